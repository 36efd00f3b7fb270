// Files that come in, by a picker or dropped anywhere on the page, and files that go out as downloads.
import { bytesAt, textAt } from './memory.js';

// No file of ours is as large. Of a larger one a little more than this is read: enough for the core to refuse it. A folder
// that was dropped, and a file that has gone, cannot be read: they have no bytes.
const most = 64 * 1024 * 1024;

async function read(files) {
    return Promise.all([...files].map(async (file) => ({
        name: file.name,
        bytes: await file.slice(0, most + 1).arrayBuffer().then((buffer) => new Uint8Array(buffer), () => null),
    })));
}

// Hands a file to the browser, which saves it where the person wants.
export function offer(name, blob) {
    const address = URL.createObjectURL(blob);
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

export class Files {
    constructor(memory) {
        this.memory = memory;
    }

    connect(program, loop) {
        this.take = async (files) => {
            if (files.length === 0) return;
            program.filesArrived(await read(files));
            loop.run();
        };
        this.connectDrop();
        this.connectLaunch();
    }

    // Files that the system opens with the installed app (release-desk.webmanifest).
    connectLaunch() {
        globalThis.launchQueue?.setConsumer(async ({ files }) => {
            await this.take(await Promise.all(files.map((handle) => handle.getFile())));
        });
    }

    // Shows the browser's picker; within an event of the person only, or the browser refuses.
    pick() {
        const input = document.createElement('input');
        input.type = 'file';
        input.multiple = true;
        input.accept = '.json,application/json';
        input.hidden = true;
        input.id = 'file-picker';
        document.getElementById(input.id)?.remove(); // one that was cancelled in a browser that does not say so
        const done = () => input.remove(); // a new one each time: the same file can be chosen again
        input.addEventListener('change', () => { this.take(input.files).finally(done); });
        input.addEventListener('cancel', done);
        document.body.append(input);
        input.click();
    }

    connectDrop() {
        const carriesFiles = (event) => event.dataTransfer?.types.includes('Files');
        const mark = (on) => document.body.classList.toggle('dropping', on);
        addEventListener('dragover', (event) => {
            if (!carriesFiles(event)) return;
            event.preventDefault();
            event.dataTransfer.dropEffect = 'copy';
            mark(true);
        });
        addEventListener('dragleave', (event) => { if (event.relatedTarget === null) mark(false); });
        addEventListener('drop', (event) => {
            mark(false);
            if (!carriesFiles(event)) return;
            event.preventDefault();
            this.take(event.dataTransfer.files);
        });
    }

    save(name, nameBytes, bytes, byteCount) {
        const copy = bytesAt(this.memory, bytes, byteCount).slice(); // the heap may move before the browser has read it
        offer(textAt(this.memory, name, nameBytes), new Blob([copy], { type: 'application/json' }));
    }
}
