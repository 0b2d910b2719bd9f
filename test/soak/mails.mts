import type { Person, Scene } from '../e2e/scene.mts';
import type { Ledger } from './ledger.mts';
import type { Random } from './random.mts';

const MOST_ADDRESSES = 3;
const LINK = /join#([A-HJ-NP-Z2-9]{16})/;

/** A person whose address links are sent to. */
interface Addressee {
    readonly person: Person;
    readonly address: string;
    readonly rid: string;
    /** How many requests named the address. Each sends at most one e-mail. */
    requests: number;
    /** How many of them said that the e-mail was sent. */
    sent: number;
    /** The tokens that came by e-mail. */
    readonly tokens: Set<string>;
    isIn?: boolean;
}

/** Links are sent by e-mail, and people open them, also those of others. */
export class Mails {
    private readonly addressees: Addressee[] = [];

    constructor(
        private readonly scene: Scene,
        private readonly ledger: Ledger,
        private readonly random: Random,
        private readonly owners: readonly Person[],
    ) {}

    /** Sets up a mail server, and lets people send links. */
    async begin(): Promise<void> {
        const mailServer = await this.scene.receiveMail();
        mailServer.onMail(({ to, text }) => this.deliver(to, LINK.exec(text)![1]!));
        await this.scene.changeSetting('Allow_Email_Invites', true);
    }

    async any(): Promise<void> {
        const { addressees, random } = this;
        const withLinks = addressees.slice(-12).filter(({ tokens }) => tokens.size > 0);
        if (withLinks.length === 0 || random.chance(0.3)) {
            await this.send();
            return;
        }
        const addressee = random.one(withLinks);
        await Promise.all([this.come(addressee), random.chance(0.3) ? this.come(addressee) : this.intrude(addressee)]);
    }

    /** Returns what contradicts the responses, once all requests have ended. */
    async audit(): Promise<string[]> {
        await this.scene.workspace.mailSent();
        const found = await Promise.all(this.addressees.map((addressee) => this.about(addressee)));
        return found.flat();
    }

    /** An owner sends links to new people, sometimes twice at once. */
    private async send(): Promise<void> {
        const { ledger, random, scene } = this;
        const owner = random.one(this.owners);
        const rid = await scene.room(owner);
        const count = 1 + random.below(MOST_ADDRESSES);
        const addressees = await Promise.all(
            Array.from({ length: count }, async (_, n): Promise<Addressee> => {
                const address = `${rid.toLowerCase()}.${n}@example.com`;
                const person = await scene.person({ email: address });
                return { person, address, rid, requests: 0, sent: 0, tokens: new Set() };
            }),
        );
        this.addressees.push(...addressees);
        const emails = addressees.map(({ address }) => address);
        const requests = Array.from({ length: random.chance(0.3) ? 2 : 1 }, async () => {
            addressees.forEach((addressee) => addressee.requests++);
            const answer = await ledger.send('invites.send', () => owner.app('POST', 'invites.send', { rid, emails }));
            if (answer?.status === 200) {
                addressees.filter(({ address }) => answer.body.sent.includes(address)).forEach((addressee) => addressee.sent++);
            }
        });
        await Promise.all(requests);
    }

    private deliver(to: readonly string[], token: string): void {
        this.addressees.find(({ address }) => to.includes(address))!.tokens.add(token);
    }

    private async come(addressee: Addressee): Promise<void> {
        const token = this.random.one([...addressee.tokens]);
        const answer = await this.ledger.send('open e-mail', () => addressee.person.redeem(token));
        addressee.isIn ||= answer?.status === 200;
    }

    /** Another person opens the link of an e-mail. */
    private async intrude({ tokens, address }: Addressee): Promise<void> {
        const stranger = await this.scene.person();
        const answer = await this.ledger.send('open e-mail of another', () => stranger.redeem(this.random.one([...tokens])));
        if (answer && answer.body.errorType !== 'error-not-invited') {
            this.ledger.violations.push(`the link for ${address} answered another person ${answer.status} ${JSON.stringify(answer.body)}`);
        }
    }

    private async about({ address, person, rid, requests, sent, tokens, isIn }: Addressee): Promise<string[]> {
        const members = await this.scene.members(rid);
        const guests = this.addressees.filter((one) => one.rid === rid).map((one) => one.person.user.username!);
        const strangers = members.filter((name) => !guests.includes(name)).length - 1;
        return [
            ...(strangers > 0 ? [`${strangers} people are in ${rid} to whom no link was sent`] : []),
            ...(isIn && !members.includes(person.user.username!) ? [`${address} was let into ${rid}, and is not in`] : []),
            ...(tokens.size > requests ? [`${address} got ${tokens.size} links by ${requests} requests`] : []),
            ...(tokens.size < sent ? [`${address} got ${tokens.size} links, and ${sent} were sent`] : []),
        ];
    }
}
