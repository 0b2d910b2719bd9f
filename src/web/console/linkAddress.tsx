import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

import { Button, CopyButton } from '../shared/parts.tsx';
import { encodeQr } from '../shared/qr.mts';
import { QrCode } from '../shared/qrCode.tsx';
import { words } from './translation.mts';

/** The address of an invite, to copy, share and scan. The creator alone gets it. */
export function LinkAddress({ url }: { url: string | undefined }): JSX.Element {
    const [isQrShown, showQr] = useState(false);
    if (url === undefined) {
        return <p class="hint">{words.creatorOnly}</p>;
    }
    const modules = encodeQr(url);
    // The browser's own dialogue, on phones in the first place.
    const share = (): void => void navigator.share({ url }).catch(() => undefined);
    return (
        <div class="card">
            <h2>{words.address}</h2>
            <code>{url}</code>
            <div class="row">
                <CopyButton label={words.copy} copied={words.copied} text={url} />
                {'share' in navigator && <Button label={words.share} onClick={share} second />}
                {modules && <Button label={words.qrCode} onClick={() => showQr(!isQrShown)} isOpen={isQrShown} second />}
            </div>
            {modules && isQrShown && <QrCode modules={modules} label={words.qrCodeOf} />}
        </div>
    );
}
