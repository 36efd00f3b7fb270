// Bytes as text that may stand in addresses and pages: base64url (RFC 4648 §5), without padding; and through a stream that
// packs or unpacks them.
export function encoded(bytes) {
    const parts = [];
    for (let at = 0; at < bytes.length; at += 0x8000) parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
    return btoa(parts.join('')).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

export const decoded = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));

export const through = (bytes, stream) => new Blob([bytes]).stream().pipeThrough(stream);
