import { Situation } from '../domain/model/situation';

/** What a sentence about a refusal may name. */
export interface RefusalFacts {
    /** The administrator's ceiling that the request exceeds. */
    readonly ceiling: number;
    /** How many people have used the invite. */
    readonly uses: number;
    /** Minutes to wait before the next attempt. */
    readonly minutes: number;
    /** The name that is not known, as inline code. */
    readonly name: string;
    /** A command that would work, as inline code. */
    readonly example: string;
}

/** A sentence for each situation in which a request is refused, in one language. */
export type RefusalMessages = Readonly<Record<Situation, (facts: RefusalFacts) => string>>;
