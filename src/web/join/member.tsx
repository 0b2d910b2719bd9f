import type { JSX } from 'preact';

import { Button, CopyButton, fillIn, Link, pathOf, RoomInApp, RoomName, Screen, useState, words } from './common.mts';
import type { Room } from './invite.mts';
import { moreWords } from './moreTranslation.mts';
import { encodeQr } from '../shared/qr.mts';
import { QrCode } from '../shared/qrCode.tsx';
import { RoomLinks } from './rooms.tsx';

interface MemberProps {
    readonly rooms: readonly Room[];
    readonly address: string;
    readonly onOpen: () => void;
}

/** The way to the rooms, for a person who is in all of them already, and the link to pass on. */
export function MemberView({ rooms, address, onOpen }: MemberProps): JSX.Element {
    if (rooms.length > 1) {
        const actions = (
            <>
                <RoomLinks rooms={rooms} onOpen={onOpen} />
                <div class="aside">
                    <PassOn address={address} />
                </div>
            </>
        );
        return (
            <Screen title={moreWords.memberOfAll} actions={actions}>
                <p>{moreWords.choose}</p>
            </Screen>
        );
    }
    const [room] = rooms;
    const actions = (
        <>
            <Link label={words.open} path={pathOf(room)} onClick={onOpen} />
            <RoomInApp room={room} />
            <PassOn address={address} />
        </>
    );
    return <Screen title={fillIn(moreWords.member, <RoomName {...room} />)} room={room} actions={actions} />;
}

/** Offers the link of this page to members, who may want to invite others with it. */
function PassOn({ address }: { address: string }): JSX.Element {
    const [isQrShown, showQr] = useState(false);
    const modules = encodeQr(address);
    // The browser's own dialogue, on phones in the first place.
    const share = (): void => void navigator.share({ url: address }).catch(() => undefined);
    return (
        <>
            <CopyButton label={moreWords.copyLink} text={address} />
            {'share' in navigator && <Button label={moreWords.share} onClick={share} second />}
            {modules && <Button label={moreWords.qrCode} onClick={() => showQr(!isQrShown)} isOpen={isQrShown} second />}
            {modules && isQrShown && <QrCode modules={modules} label={moreWords.qrCodeOf} />}
        </>
    );
}
