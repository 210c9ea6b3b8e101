export const id = 659;
export const ids = [659];
export const modules = {

/***/ 8659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verify: () => (/* binding */ verify)
});

// EXTERNAL MODULE: ./build/shared/model/check/residency.js
var check_residency = __webpack_require__(1129);
// EXTERNAL MODULE: ./build/shared/action/errors.js
var errors = __webpack_require__(7856);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/shared/report/clip.js
var clip = __webpack_require__(5777);
;// CONCATENATED MODULE: ./build/shared/action/kept.js
/** The first `limit` bytes; the rest is read, so that the writer is not held up, and dropped. */
function keepHead(stream, limit) {
    const chunks = [];
    let left = limit;
    stream.on('data', (chunk) => {
        if (left > 0)
            chunks.push(chunk.subarray(0, left));
        left -= Math.min(left, chunk.length);
    });
    // `stream: true` leaves out a character that the cut went through.
    return { text: () => new TextDecoder().decode(Buffer.concat(chunks), { stream: left === 0 }) };
}
/** The last `limit` bytes. */
function keepTail(stream, limit) {
    let chunks = [];
    let length = 0;
    const shorten = () => {
        const all = Buffer.concat(chunks);
        let start = Math.max(0, all.length - limit);
        // A byte of the form 10xxxxxx continues a character whose beginning was cut off.
        if (start > 0)
            while (((all[start] ?? 0) & 0xc0) === 0x80)
                start++;
        return all.subarray(start);
    };
    stream.on('data', (chunk) => {
        chunks.push(chunk);
        length += chunk.length;
        if (length <= 2 * limit)
            return;
        chunks = [shorten()];
        length = chunks[0]?.length ?? 0;
    });
    return { text: () => shorten().toString() };
}

;// CONCATENATED MODULE: ./build/shared/action/exec.js
/** How the house runs another program: no shell, a time limit, an environment of its own, ended with all its children. */







/** Bytes that are kept of standard output and of standard error. */
const kept = { stdout: 1_000_000, stderr: 64_000 };
/** Seconds: from the polite signal to the last, from there until the program is given up, and for the rest of its output. */
const patience = { grace: 2, dead: 2, output: 0.3 };
/** Milliseconds, 24 days: a timer for longer is over at once. */
const longest = 2 ** 31 - 1;
/** Programs of this machine. */
const systemExec = {
    async run(command, signal) {
        const began = performance.now();
        const seconds = () => (performance.now() - began) / 1000;
        if (signal.aborted)
            return { code: null, stdout: '', stderr: '', seconds: 0, ended: 'cancelled' };
        const { child, stdout } = start(command);
        const head = stdout === undefined && child.stdout ? keepHead(child.stdout, kept.stdout) : undefined;
        const tail = child.stderr ? keepTail(child.stderr, kept.stderr) : undefined;
        const closed = new Promise((resolve) => child.once('close', () => resolve()));
        try {
            const { code, ended } = await ending(child, command, signal);
            // A grandchild that left the group may hold the pipes for ever.
            await Promise.race([closed, (0,promises_.setTimeout)(patience.output * 1000, undefined, { ref: false })]);
            return { code, stdout: head?.text() ?? '', stderr: tail?.text() ?? '', seconds: seconds(), ended };
        }
        finally {
            child.stdout?.destroy();
            child.stderr?.destroy();
        }
    },
};
/** Node passes the environment as it is, and gives `detached` a process group of its own. */
function start({ program, args, cwd, env, input, stdout: path }) {
    const stdout = path === undefined ? undefined : openPrivate(path);
    try {
        const stdin = input === undefined ? 'ignore' : 'pipe';
        const stdio = [stdin, stdout ?? 'pipe', 'pipe'];
        const child = (0,external_node_child_process_.spawn)(program, args, { cwd, env, detached: true, shell: false, stdio });
        // It may end without reading; then its exit says enough.
        child.stdin?.on('error', () => undefined);
        child.stdin?.end(input);
        return { child, stdout };
    }
    catch (error) {
        throw new errors/* ToolError */.v4(`${(0,external_node_path_.basename)(program)} could not be started: ${(0,errors/* messageOf */.bD)(error)}`, 'failed');
    }
    finally {
        if (stdout !== undefined)
            (0,external_node_fs_.closeSync)(stdout);
    }
}
function openPrivate(path) {
    const file = (0,external_node_fs_.openSync)(path, 'w', 0o600);
    (0,external_node_fs_.fchmodSync)(file, 0o600);
    return file;
}
/** Waits for the end of the program and of all its group, which it brings about when the time is up. */
function ending(child, command, signal) {
    return new Promise((resolve, reject) => {
        let ended = 'by itself';
        const timers = [];
        const later = (seconds, act) => timers.push(setTimeout(act, Math.min(seconds * 1000, longest)));
        const cancel = () => end('cancelled');
        const settle = (code) => {
            timers.forEach(clearTimeout);
            signal.removeEventListener('abort', cancel);
            // What the program started and left behind belongs to it.
            signalGroup(child, 'SIGKILL');
            resolve({ code, ended });
        };
        const end = (why) => {
            if (ended !== 'by itself')
                return;
            ended = why;
            signalGroup(child, 'SIGTERM');
            later(patience.grace, () => signalGroup(child, 'SIGKILL'));
            later(patience.grace + patience.dead, () => settle(null));
        };
        child.once('error', (error) => {
            timers.forEach(clearTimeout);
            signal.removeEventListener('abort', cancel);
            reject(startFailure(error, command));
        });
        child.once('exit', settle);
        signal.addEventListener('abort', cancel, { once: true });
        later(command.limit, () => end('timed-out'));
    });
}
function signalGroup({ pid }, signal) {
    if (pid === undefined)
        return;
    try {
        process.kill(-pid, signal);
    }
    catch {
        // None of the group is left.
    }
}
function startFailure(error, { program, cwd }) {
    const name = (0,external_node_path_.basename)(program);
    if (!(0,external_node_fs_.existsSync)(cwd))
        return new errors/* ToolError */.v4(`${name}: there is no folder ${cwd} to run it in`, 'failed');
    if (error.code === 'ENOENT')
        return new errors/* ToolError */.v4(`${name} is not there`, 'absent');
    if (error.code === 'EACCES')
        return new errors/* ToolError */.v4(`${name} may not be run: permission denied`, 'denied');
    return new errors/* ToolError */.v4(`${name} could not be started: ${error.code ?? 'unknown reason'}`, 'failed');
}
/** A program that ended otherwise than it should have. */
function endedBadly(program, { code, stderr, ended, seconds }) {
    const how = ended === 'by itself' ? (code === null ? 'was ended by a signal' : `ended with exit code ${code}`) : ended;
    const said = (0,clip/* clip */.$)(withoutCredentials(stderr.trim()), 2000);
    const after = ended === 'timed-out' ? ` after ${Math.round(seconds)} s` : '';
    return new errors/* ToolError */.v4(`${(0,external_node_path_.basename)(program)} ${how}${after}${said === '' ? '' : `: ${said}`}`, 'failed');
}
/** Programs like to name the proxy or the registry that did not answer, with its password. */
function withoutCredentials(text) {
    return text.replace(/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, '$1***@');
}

;// CONCATENATED MODULE: ./build/shared/model/host/facts.js
const unknown = (why) => ({ unknown: why });
const seen = (value) => ({ value });
function nothingSeen(why) {
    const blind = unknown(why);
    return { listeners: blind, settings: blind, gpus: blind, room: blind };
}

;// CONCATENATED MODULE: ./build/shared/model/host/gpus.js
/** GPUs as their drivers show them. */
/** What `nvidia-smi --format=csv,noheader,nounits` is asked for. */
const nvidiaFields = 'index,name,utilization.gpu,memory.used,memory.total';
/** Memory is in MiB; `[N/A]` and the like are unknown. @returns undefined where the text is no such table */
function nvidiaGpus(csv) {
    const lines = csv.split('\n').filter((line) => line.trim() !== '');
    const gpus = lines.map((line) => {
        const [, index, name, busy, used, total] = /^\s*(\d+), (.+), ([^,]+), ([^,]+), ([^,]+?)\s*$/.exec(line) ?? [];
        return index === undefined ? undefined : gpuOf(`${index} ${name}`, number(busy), mebi(used), mebi(total));
    });
    return gpus.every((gpu) => gpu !== undefined) ? gpus : undefined;
}
/** @returns undefined where none of the files is there, as of a GPU of another make */
function amdGpu(card, { busy, used, total }) {
    if (busy === undefined && total === undefined)
        return undefined;
    return gpuOf(`${card} AMD`, number(busy), number(used), number(total));
}
function gpuOf(name, busy, used, total) {
    return {
        name,
        ...(busy === undefined ? {} : { busy: busy / 100 }),
        ...(used === undefined || total === undefined || total === 0 ? {} : { memory: { used, total } }),
    };
}
function number(text) {
    return text !== undefined && /^\s*\d+\s*$/.test(text) ? Number(text) : undefined;
}
function mebi(text) {
    const value = number(text);
    return value === undefined ? undefined : value * 2 ** 20;
}

;// CONCATENATED MODULE: ./build/shared/model/host/settings.js
/** The settings of an Ollama server: variables of its environment. */
/** Those that a check needs; nothing else of an environment is kept, since OLLAMA_API_KEY and others are secrets. */
const names = [
    'OLLAMA_CONTEXT_LENGTH',
    'OLLAMA_DEBUG',
    'OLLAMA_DEBUG_LOG_REQUESTS',
    'OLLAMA_KEEP_ALIVE',
    'OLLAMA_MODELS',
    'OLLAMA_NUM_PARALLEL',
];
/** @param environ as `/proc/<pid>/environ` has it: `name=value`, each ended by a null byte */
function settingsIn(environ, from) {
    return settingsOf(environ.split('\0'), from);
}
/** @param text of `systemctl show <unit> --property=MainPID,Environment,EnvironmentFiles` */
function unitIn(text, unit) {
    const value = (name) => new RegExp(`^${name}=(.*)$`, 'm').exec(text)?.[1] ?? '';
    return {
        mainPid: Number(value('MainPID')),
        hasFiles: value('EnvironmentFiles') !== '',
        settings: settingsOf(words(value('Environment')), `unit ${unit}`),
    };
}
/** Assignments of systemd: by spaces, quoted where there are some within. */
function words(text) {
    return [...text.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(([, quoted, bare]) => bare ?? (quoted ?? '').replace(/\\(.)/g, '$1'));
}
function settingsOf(assignments, from) {
    const pairs = assignments.map((text) => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)]);
    const of = (name) => pairs.find(([key]) => key === name)?.[1];
    const values = names.flatMap((name) => {
        // Ollama takes spaces and quotes off, and what is empty then counts as not set.
        const value = of(name)
            ?.trim()
            .replace(/^["']+|["']+$/g, '');
        return value ? [[name, value]] : [];
    });
    const home = of('HOME');
    return { from, values: Object.fromEntries(values), ...(home ? { home } : {}) };
}
/** As Ollama reads a flag: whatever is neither true nor false is true. */
function isOn(value) {
    return value !== undefined && !/^(0|f|F|false|False|FALSE)$/.test(value);
}
/** As Ollama reads OLLAMA_DEBUG: a flag or a level, of which those below 0 log less; anything else is off. */
function isDebug(value) {
    if (value === undefined)
        return false;
    return /^(1|t|T|true|True|TRUE)$/.test(value) || (/^\+?\d{1,9}$/.test(value) && Number(value) > 0);
}
/** As Ollama reads OLLAMA_NUM_PARALLEL: 1 where it is not set, 0 or no number. */
function parallelOf(value) {
    return value !== undefined && /^\d{1,6}$/.test(value) ? Math.max(1, Number(value)) : 1;
}

;// CONCATENATED MODULE: ./build/shared/model/host/sockets.js
/** Which address a port is open at, as Linux lists it in `/proc/net/tcp` and `/proc/net/tcp6`. */
const listening = '0A';
/** The sockets that wait for connections. Lines of another form are left out. */
function listeningIn(table) {
    return table.split('\n').flatMap((line) => {
        const [, local = '', , state, , , , uid, , inode] = line.trim().split(/\s+/);
        const [, hex = '', port = ''] = /^([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4})$/.exec(local) ?? [];
        if (state !== listening || hex === '')
            return [];
        return [{ address: addressOf(hex), port: Number.parseInt(port, 16), uid: Number(uid), inode: Number(inode) }];
    });
}
/** The kernel prints each 32 bits as the number that they are on a little-endian machine. */
function addressOf(hex) {
    const words = hex.match(/.{8}/g) ?? [];
    const bytes = words.flatMap((word) => (word.match(/../g) ?? []).toReversed().map((pair) => Number.parseInt(pair, 16)));
    if (bytes.length === 4)
        return bytes.join('.');
    const mapped = bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255;
    if (mapped)
        return bytes.slice(12).join('.');
    const groups = Array.from({ length: 8 }, (_, at) => ((bytes[2 * at] ?? 0) * 256 + (bytes[2 * at + 1] ?? 0)).toString(16));
    return plainAddress(`[${groups.join(':')}]`);
}
/** An address as everybody writes it: without brackets, `::1` and not `0:0:0:0:0:0:0:1`, IPv4 within IPv6 as IPv4. */
function plainAddress(text) {
    const bare = text.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
    const short = bare.includes(':') ? (URL.parse(`http://[${bare}]`)?.hostname.slice(1, -1) ?? bare) : bare;
    const [, high, low] = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(short) ?? [];
    if (high === undefined || low === undefined)
        return short;
    const [one, other] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
    return [one >> 8, one & 255, other >> 8, other & 255].join('.');
}
function isLoopbackAddress(address) {
    return address === '::1' || address.startsWith('127.');
}
const isEvery = (address) => address === '0.0.0.0' || address === '::';
/** Those that take a connection to one of the addresses, the one that the kernel prefers first. */
function serving(sockets, addresses, port) {
    const open = sockets.filter((socket) => socket.port === port);
    return [
        ...new Set(addresses.flatMap((at) => [
            ...open.filter(({ address }) => address === at),
            ...open.filter(({ address }) => isEvery(address) && (address === '::' || !at.includes(':'))),
        ])),
    ];
}
/** What is open at the port besides by the same program: another one, such as a proxy that asks for a login, is another matter. */
function exposing(sockets, [first, ...rest]) {
    if (first === undefined)
        return [];
    const same = sockets.filter(({ port, owner }) => port === first.port && owner?.name === first.owner?.name);
    return [...new Set([first, ...rest, ...same])];
}
/** `127.0.0.1:11434`, `[::]:11434`. */
function socketText({ address, port }) {
    return `${address.includes(':') ? `[${address}]` : address}:${port}`;
}

;// CONCATENATED MODULE: ./build/shared/model/listeners.js
/** Who holds the port of a server on this machine, by what Linux shows of sockets and processes. */

/** Programs that hand a port on to a container of this machine. */
const publishers = ['docker-proxy', 'rootlessport'];
/** @param addresses that the server was reached at */
async function holdersOf(machine, addresses, port) {
    const tables = await Promise.all(['tcp', 'tcp6'].map((name) => machine.text(`/proc/net/${name}`)));
    const open = tables.flatMap((table) => listeningIn(table ?? '')).filter((socket) => socket.port === port);
    if (open.length === 0)
        return { listeners: [] };
    const listeners = await withOwners(machine, open);
    const reached = serving(listeners, addresses, port);
    const [first] = reached;
    if (first === undefined)
        return { listeners: [] };
    const server = first.owner ?? (await likelyOwner(machine, first));
    const known = listeners.map((one) => server !== undefined && one.owner === undefined && one.uid === first.uid ? { ...one, owner: server } : one);
    const all = exposing(known, serving(known, addresses, port));
    return { listeners: all, ...(server === undefined ? {} : { server: { ...server, kind: kindOf(server) } }) };
}
function kindOf({ name }) {
    if (name === 'ollama')
        return 'ollama';
    return publishers.includes(name) ? 'container' : 'other';
}
/** A process shows its sockets as `socket:[inode]` among its files, to its own user and to root. */
async function withOwners(machine, sockets) {
    const wanted = new Set(sockets.map(({ inode }) => `socket:[${inode}]`));
    const owners = new Map();
    for (const pid of await processes(machine)) {
        if (owners.size === wanted.size)
            break;
        const files = await machine.names(`/proc/${pid}/fd`);
        const targets = await Promise.all(files.map((file) => machine.link(`/proc/${pid}/fd/${file}`)));
        const held = targets.flatMap((target) => (target !== undefined && wanted.has(target) ? [target] : []));
        if (held.length === 0)
            continue;
        const owner = { pid, name: await nameOf(machine, pid) };
        for (const target of held)
            owners.set(target, owner);
    }
    return sockets.map((socket) => {
        const owner = owners.get(`socket:[${socket.inode}]`);
        return owner === undefined ? socket : { ...socket, owner };
    });
}
async function processes(machine) {
    return (await machine.names('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
}
async function nameOf(machine, pid) {
    return (await machine.text(`/proc/${pid}/comm`))?.trim() ?? 'unknown';
}
/** Another user's files are hidden, its name and command are not: who it is, where only one program of the socket's user can be it. */
async function likelyOwner(machine, socket) {
    const found = [];
    for (const pid of await processes(machine)) {
        const name = await nameOf(machine, pid);
        if (name !== 'ollama' && !publishers.includes(name))
            continue;
        const [status = '', command = ''] = await Promise.all(['status', 'cmdline'].map((file) => machine.text(`/proc/${pid}/${file}`)));
        const uid = Number(/^Uid:\s+\d+\s+(\d+)/m.exec(status)?.[1]);
        const serves = command.split('\0').includes(name === 'ollama' ? 'serve' : String(socket.port));
        if (uid === socket.uid && serves)
            found.push({ pid, name });
    }
    // One port is published by a process for IPv4 and another for IPv6.
    const isClear = found.length === 1 || found.every(({ name }) => publishers.includes(name));
    return isClear ? found[0] : undefined;
}

;// CONCATENATED MODULE: ./build/shared/model/local-facts.js
/** What the machine of a server shows, where that is this machine. */







/** @throws Cancelled */
async function localFacts(machine, url) {
    const addresses = await machine.resolve(url.hostname);
    const own = machine.addresses();
    const isHere = addresses.length > 0 && addresses.every((one) => isLoopbackAddress(one) || own.includes(one));
    if (!isHere)
        return nothingSeen('the server is not on this machine: run the check there to see it');
    if (machine.platform !== 'linux')
        return outsideOfLinux(machine);
    const held = await holdersOf(machine, addresses, portOf(url));
    if (held.listeners.length === 0)
        return nothingSeen('no process that can be seen from here listens on the port: it may be published by a firewall rule');
    const settings = await local_facts_settingsOf(machine, held);
    return {
        listeners: held.server?.kind === 'other' ? unknown(whose(held)) : seen(held.listeners),
        settings,
        gpus: isElsewhere(held) ? unknown(whose(held)) : await gpusOf(machine),
        room: await roomOf(machine, held, settings),
    };
}
/** Which process listens, and with which environment, is only read as Linux shows it. */
async function outsideOfLinux(machine) {
    const blind = unknown(`it is not read on ${machine.platform}`);
    return { listeners: blind, settings: blind, gpus: await gpusOf(machine), room: blind };
}
function portOf({ port, protocol }) {
    if (port !== '')
        return Number(port);
    return protocol === 'https:' ? 443 : 80;
}
/** A tunnel or a proxy leads who knows where. */
const isElsewhere = ({ server }) => server === undefined || server.kind === 'other';
function whose({ server }) {
    if (server === undefined)
        return 'the process that listens on the port belongs to another user and cannot be told';
    if (server.kind === 'container')
        return 'the server is in a container, whose inside is not read';
    return `the port is held by ${server.name}, which may lead to another machine`;
}
const unitName = 'ollama.service';
async function local_facts_settingsOf(machine, held) {
    const { server } = held;
    if (server?.kind !== 'ollama')
        return unknown(whose(held));
    const { pid } = server;
    const environ = await machine.text(`/proc/${pid}/environ`);
    if (environ !== undefined)
        return seen(settingsIn(environ, `process ${pid}`));
    const blind = unknown(`the environment of process ${pid} may not be read: run the check as its user`);
    const shown = await said(machine, 'systemctl', ['show', unitName, '--property=MainPID,Environment,EnvironmentFiles']);
    if ('unknown' in shown)
        return blind;
    const unit = unitIn(shown.value, unitName);
    return unit.mainPid === pid && !unit.hasFiles ? seen(unit.settings) : blind;
}
/** What a program prints, or why it does not. @throws Cancelled */
async function said(machine, program, args) {
    try {
        const done = await machine.run(program, args);
        return done.code === 0 && done.ended === 'by itself'
            ? seen(done.stdout)
            : unknown(endedBadly(program, done).message);
    }
    catch (error) {
        if (error instanceof errors/* ToolError */.v4)
            return unknown(error.message);
        throw error;
    }
}
/** Of NVIDIA by its program, of AMD by the files of the kernel. */
async function gpusOf(machine) {
    const amd = await amdGpus(machine);
    const csv = await said(machine, 'nvidia-smi', [`--query-gpu=${nvidiaFields}`, '--format=csv,noheader,nounits']);
    if ('unknown' in csv)
        return amd.length > 0 ? seen(amd) : unknown(`no GPU is seen: ${csv.unknown}`);
    const nvidia = nvidiaGpus(csv.value);
    if (nvidia === undefined)
        return unknown('nvidia-smi printed another form than was asked for');
    const all = [...nvidia, ...amd];
    return all.length > 0 ? seen(all) : unknown('no GPU is seen');
}
const cards = '/sys/class/drm';
async function amdGpus(machine) {
    const names = (await machine.names(cards)).filter((name) => /^card\d+$/.test(name)).toSorted();
    const found = names.map(async (card) => {
        const text = (file) => machine.text(`${cards}/${card}/device/${file}`);
        const [busy, used, total] = await Promise.all(['gpu_busy_percent', 'mem_info_vram_used', 'mem_info_vram_total'].map(text));
        return amdGpu(card, { busy, used, total }) ?? [];
    });
    return (await Promise.all(found)).flat();
}
/** The home that the installer of Ollama gives to the user of its unit. */
const installersHome = '/usr/share/ollama';
async function roomOf(machine, held, settings) {
    const { server } = held;
    if (server?.kind !== 'ollama')
        return unknown(whose(held));
    if ('unknown' in settings)
        return unknown(`where it keeps its models is not known: ${settings.unknown}`);
    const { values, home = installersHome } = settings.value;
    const variables = { HOME: home, OLLAMA_MODELS: values.OLLAMA_MODELS };
    // A server in a container has a file system of its own, which its process shows to its user and to root.
    const own = `/proc/${server.pid}/root`;
    const root = (await machine.link(own)) === undefined ? '' : own;
    const room = await machine.room((name) => variables[name], root);
    return room === undefined ? unknown('the folder of its models cannot be seen') : seen(room);
}

// EXTERNAL MODULE: external "node:dns/promises"
var external_node_dns_promises_ = __webpack_require__(1553);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./build/shared/tools/environment.js
/**
 * What a scanner may know of the machine: enough to run, and nothing that is worth stealing. Its input is whatever a pull
 * request brought, so it gets no token, no cloud credentials, and no configuration of the user's.
 */

/**
 * How the outside is reached. Proxies may carry a password, so only a tool that cannot work without the network gets them;
 * certificates are needed behind a proxy that opens connections.
 */
const network = (/* unused pure expression or super */ null && ([
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'ALL_PROXY',
    'NO_PROXY',
    'SSL_CERT_FILE',
    'SSL_CERT_DIR',
    'REQUESTS_CA_BUNDLE',
    'NODE_EXTRA_CA_CERTS',
]));
/** @param home an empty folder of this run, which is also the tool's HOME, so that files of the user's are not read */
function scannerEnvironment(env, home, needs = {}) {
    return {
        PATH: safePath(env),
        HOME: home,
        TMPDIR: home,
        LANG: 'C.UTF-8',
        NO_COLOR: '1',
        // A tool of the lock must stay as it was installed.
        PYTHONDONTWRITEBYTECODE: '1',
        // `python -m` would look for modules in the folder that it is started in, which a pull request may fill.
        PYTHONSAFEPATH: '1',
        ...(needs.network ? networkVariables(env) : {}),
        ...needs.own,
    };
}
/** A relative entry would let the workspace bring its own programs. */
function safePath(env) {
    return (env('PATH') ?? '/usr/local/bin:/usr/bin:/bin').split(external_node_path_.delimiter).filter(external_node_path_.isAbsolute).join(external_node_path_.delimiter);
}
function networkVariables(env) {
    const names = network.flatMap((name) => [name, name.toLowerCase()]);
    return Object.fromEntries(names.flatMap((name) => {
        const value = env(name);
        return value ? [[name, value]] : [];
    }));
}

;// CONCATENATED MODULE: ./build/shared/model/machine.js
/** The machine that this process runs on, as far as a check of a host looks at it. Nothing here changes anything. */







/** Seconds that a program may take to say what it sees; a driver that hangs, hangs for good. */
const programLimit = 10;
function thisMachine({ env, signal, room }) {
    return {
        platform: process.platform,
        room,
        addresses: () => Object.values((0,external_node_os_.networkInterfaces)()).flatMap((all = []) => all.map(({ address }) => plainAddress(address))),
        resolve: async (hostname) => {
            const found = await (0,external_node_dns_promises_.lookup)(plainAddress(hostname), { all: true }).catch(() => []);
            return found.map(({ address }) => plainAddress(address));
        },
        text: (path) => (0,external_node_fs_promises_.readFile)(path, 'utf8').catch(() => undefined),
        names: (path) => (0,external_node_fs_promises_.readdir)(path).catch(() => []),
        link: (path) => (0,external_node_fs_promises_.readlink)(path).catch(() => undefined),
        run: async (program, args) => {
            const own = { PATH: safePath(env), LANG: 'C.UTF-8' };
            const done = await systemExec.run({ program, args, cwd: '/', env: own, limit: programLimit }, signal);
            if (done.ended === 'cancelled')
                throw new errors/* Cancelled */.cJ(signal);
            return done;
        },
    };
}

// EXTERNAL MODULE: ./build/shared/model/task.js
var task = __webpack_require__(2229);
;// CONCATENATED MODULE: ./build/shared/action/abortable.js

/** Settles as `work` does, or rejects at once when the signal is aborted; the work itself goes on unheard. */
function abortable(work, signal) {
    return new Promise((resolve, reject) => {
        const abort = () => reject(new errors/* Cancelled */.cJ(signal));
        if (signal.aborted)
            abort();
        signal.addEventListener('abort', abort, { once: true });
        work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
    });
}
/**
 * Settles as `work` does, which otherwise goes on unheard.
 * @throws TargetError without a refusal when the limit is over
 */
function within({ seconds, clock, signal, grace }, work) {
    const began = clock.now();
    return new Promise((resolve, reject) => {
        const giveUp = () => {
            end();
            const waited = Number((clock.now() - began).toFixed(1));
            reject(new TargetError(`the target did not answer within ${waited} s`));
        };
        const hurry = () => {
            cancel();
            cancel = clock.after(Math.min(grace, seconds), giveUp);
        };
        const end = () => {
            cancel();
            signal.removeEventListener('abort', hurry);
        };
        let cancel = clock.after(signal.aborted ? Math.min(grace, seconds) : seconds, giveUp);
        signal.addEventListener('abort', hurry, { once: true });
        work.then(resolve, reject).finally(end);
    });
}

// EXTERNAL MODULE: ./build/shared/model/check/identity.js
var identity = __webpack_require__(6387);
// EXTERNAL MODULE: ./build/shared/model/failure.js
var failure = __webpack_require__(3544);
;// CONCATENATED MODULE: ./build/shared/model/host/check.js
const checkNames = [
    'version',
    'cloud',
    'model',
    'context',
    'keep-alive',
    'residency',
    'bind',
    'request-logging',
    'parallelism',
    'gpu-utilisation',
    'gpu-memory',
    'disk',
];
/** @param fix instead of the judgement's own words, where there is a setting to change */
function checkOf(name, { verdict, words, fix, evidence }, better) {
    if (verdict === 'passed')
        return { name, verdict, words, evidence };
    if (verdict !== 'findings')
        return { name, verdict: 'unknown', words, evidence };
    const cure = better ?? (fix === undefined ? undefined : { words: fix });
    return { name, verdict, words, ...(cure === undefined ? {} : { fix: cure }), evidence };
}
function unknownCheck(name, why, evidence = {}) {
    return { name, verdict: 'unknown', words: why, evidence };
}
/**
 * A finding counts more than what could not be seen, which counts where it has to be.
 * @param needed what has to be seen
 */
function hostVerdict(checks, needed) {
    const findings = checks.filter(({ verdict }) => verdict === 'findings');
    if (findings.length > 0)
        return { verdict: 'findings', reason: findings.map(told).join('; ') };
    const unseen = checks.filter(({ name, verdict }) => verdict === 'unknown' && needed.includes(name));
    if (unseen.length === 0)
        return { verdict: 'passed', reason: '' };
    return { verdict: 'not-run', reason: `not all that was asked for can be seen: ${unseen.map(told).join('; ')}` };
}
/** As in the reason of a warm check: the name, what was seen, what to do. */
function told({ name, words, fix }) {
    return `${name}: ${words}${fix === undefined ? '' : `; ${fix.words}`}`;
}

// EXTERNAL MODULE: ./build/shared/model/bytes.js
var model_bytes = __webpack_require__(6721);
// EXTERNAL MODULE: ./build/shared/model/check/step.js
var step = __webpack_require__(2219);
;// CONCATENATED MODULE: ./build/shared/model/host/fix.js
/** What to change on a host. */
function isSetting(fix) {
    return 'systemd' in fix;
}
/** @param more ends the sentence, such as `or let the clients ask for less` */
function setVariable(name, value, more) {
    return {
        words: `set ${name}=${value} and start Ollama again${more === undefined ? '' : `, ${more}`}`,
        systemd: `Environment="${name}=${value}"`,
        compose: `${name}: "${value}"`,
        windows: `setx ${name} ${value}`,
        apply: applying('the key under services.ollama.environment'),
    };
}
/** Within a container Ollama has to listen everywhere, so that there it is the published port that changes. */
function bindToLoopback(port) {
    const address = `127.0.0.1:${port}`;
    return {
        words: `set OLLAMA_HOST=${address} and start Ollama again, or set bind to any where nothing but a network of its own reaches it`,
        systemd: `Environment="OLLAMA_HOST=${address}"`,
        compose: `- "${address}:11434"`,
        windows: `setx OLLAMA_HOST ${address}`,
        apply: applying('the item under services.ollama.ports in place of the one there'),
    };
}
function applying(compose) {
    return [
        'systemd: systemctl edit ollama, the line under [Service], then systemctl restart ollama',
        `compose: ${compose}, then docker compose up -d`,
        'Windows: the command, then quit Ollama and start it again',
    ].join('; ');
}

;// CONCATENATED MODULE: ./build/shared/model/host/judge-local.js
/** What only the machine itself shows: where the port is open, the server's settings, GPUs, the disk. */







/** Ollama asks nobody for a login, so that an open port is open to all. */
function judgeListeners({ listeners }, { bind }) {
    if ('unknown' in listeners)
        return unknownCheck('bind', listeners.unknown);
    const all = listeners.value;
    const open = all.filter(({ address }) => !isLoopbackAddress(address));
    const evidence = {
        listeners: all.map(({ address, port, owner }) => ({ address, port, process: owner?.name ?? null })),
    };
    const [first] = open;
    if (first === undefined)
        return checkOf('bind', (0,step/* passed */.bF)(`it listens on ${listed(all)} alone`, evidence));
    if (bind === 'any')
        return checkOf('bind', (0,step/* passed */.bF)(`it listens on ${listed(all)}, as bind allows`, evidence));
    const words = `it listens on ${listed(open)}, and its interface asks for no login`;
    const fix = bindToLoopback(first.port);
    return checkOf('bind', (0,step/* finding */.gk)(words, fix.words, evidence), fix);
}
function listed(listeners) {
    return listeners
        .map((one) => `${socketText(one)}${one.owner === undefined ? '' : ` (${one.owner.name})`}`)
        .join(', ');
}
/** OLLAMA_DEBUG counts as well: there are versions that write prompts to the log at that level. */
function judgeLogging({ settings }) {
    const name = 'request-logging';
    if ('unknown' in settings)
        return unknownCheck(name, settings.unknown);
    const { values, from } = settings.value;
    const bodies = values.OLLAMA_DEBUG_LOG_REQUESTS;
    const debug = values.OLLAMA_DEBUG;
    const evidence = { from, OLLAMA_DEBUG_LOG_REQUESTS: bodies ?? null, OLLAMA_DEBUG: debug ?? null };
    const set = (variable) => setVariable(variable, 'false', 'and remove what was written');
    const found = (words, variable) => checkOf(name, (0,step/* finding */.gk)(words, set(variable).words, evidence), set(variable));
    if (isOn(bodies))
        return found(`OLLAMA_DEBUG_LOG_REQUESTS is ${bodies}: the body of every request is written to a file`, 'OLLAMA_DEBUG_LOG_REQUESTS');
    if (isDebug(debug))
        return found(`OLLAMA_DEBUG is ${debug}: prompts may be written to the log`, 'OLLAMA_DEBUG');
    return checkOf(name, (0,step/* passed */.bF)('requests are not logged', evidence));
}
function judgeParallelism({ settings }, { concurrency }) {
    const name = 'parallelism';
    if ('unknown' in settings)
        return unknownCheck(name, settings.unknown);
    const { values, from } = settings.value;
    const given = values.OLLAMA_NUM_PARALLEL;
    const parallel = parallelOf(given);
    const evidence = { from, OLLAMA_NUM_PARALLEL: given ?? null, parallel, concurrency };
    const words = `OLLAMA_NUM_PARALLEL is ${given ?? 'not set'}, which serves ${parallel} at a time`;
    if (parallel >= concurrency)
        return checkOf(name, (0,step/* passed */.bF)(words, evidence));
    const fix = setVariable('OLLAMA_NUM_PARALLEL', concurrency, 'with memory for a context each');
    return checkOf(name, (0,step/* finding */.gk)(`${words}, and concurrency asks for ${concurrency}`, fix.words, evidence), fix);
}
/** The checks `gpu-utilisation` and `gpu-memory`: each GPU must be below the limit. */
function judgeGpus({ gpus }, { gpuLimit }) {
    if ('unknown' in gpus)
        return [unknownCheck('gpu-utilisation', gpus.unknown), unknownCheck('gpu-memory', gpus.unknown)];
    const all = gpus.value;
    const busy = ({ busy }) => busy === undefined ? undefined : { share: busy, words: `${(0,check_residency/* shareText */.Lu)(busy)} busy at one look` };
    const full = ({ memory }) => {
        if (memory === undefined)
            return undefined;
        const share = memory.used / memory.total;
        return { share, words: `${(0,model_bytes/* bytesText */.p)(memory.used)} of ${(0,model_bytes/* bytesText */.p)(memory.total)} in use, ${(0,check_residency/* shareText */.Lu)(share)}` };
    };
    return [
        eachBelow('gpu-utilisation', all, busy, gpuLimit, 'ask it for less at a time, or share the load with another server'),
        eachBelow('gpu-memory', all, full, gpuLimit, 'lower num_ctx or OLLAMA_NUM_PARALLEL, end what else is in it, or take a GPU with more memory'),
    ];
}
function eachBelow(name, gpus, measure, limit, fix) {
    const rows = gpus.map((gpu) => ({ gpu: gpu.name, seen: measure(gpu) }));
    const evidence = { limit, gpus: rows.map(({ gpu, seen }) => ({ gpu, share: seen?.share ?? null })) };
    const over = rows.filter(({ seen }) => seen !== undefined && seen.share >= limit);
    const blind = rows.filter(({ seen }) => seen === undefined);
    const told = (some) => some.map(({ gpu, seen }) => `${gpu}: ${seen?.words ?? 'its driver does not say'}`).join('; ');
    const judged = over.length > 0
        ? (0,step/* finding */.gk)(`${told(over)}; the limit is ${(0,check_residency/* shareText */.Lu)(limit)}`, fix, evidence)
        : blind.length > 0
            ? { verdict: 'not-run', words: told(blind), evidence }
            : (0,step/* passed */.bF)(told(rows), evidence);
    return checkOf(name, judged);
}
function judgeDisk({ room }, { freeDisk }) {
    if ('unknown' in room)
        return unknownCheck('disk', room.unknown);
    const { path, free } = room.value;
    const evidence = { path, freeBytes: free, wantedBytes: freeDisk };
    const words = `${(0,model_bytes/* bytesText */.p)(free)} are free at ${path}`;
    if (free >= freeDisk)
        return checkOf('disk', (0,step/* passed */.bF)(words, evidence));
    const fix = 'take models away that nobody uses (ollama rm), or put OLLAMA_MODELS on a larger disk';
    return checkOf('disk', (0,step/* finding */.gk)(`${words}, and free-disk asks for ${(0,model_bytes/* bytesText */.p)(freeDisk)}`, fix, evidence));
}

// EXTERNAL MODULE: ./build/shared/model/check/memory.js
var check_memory = __webpack_require__(9514);
// EXTERNAL MODULE: ./build/shared/model/check/parameters.js
var check_parameters = __webpack_require__(529);
;// CONCATENATED MODULE: ./build/shared/model/host/judge-memory.js
/** What is in the memory of a server: its context length, how long it stays, how much of it is in a GPU. */







/** The checks `context`, `keep-alive` and `residency`. */
function judgeMemory(facts, wish) {
    const rows = rowsOf(facts, wish);
    const judged = (name, one, settings, fix) => {
        if (rows.length === 0)
            return unknownCheck(name, `${absence(facts, wish)}${settings}`);
        return checkOf(name, (0,step/* together */.bs)(rows.map((row) => withName(row.name, one(row)))), fix);
    };
    const wanted = wish.context === undefined ? {} : { options: { num_ctx: wish.context } };
    return [
        judged('context', (row) => (0,check_memory/* judgeContext */.FH)(row, wanted), contextToCome(facts, wish), contextFix(wish)),
        judged('keep-alive', (row) => (0,check_memory/* judgeExpiry */.BF)(row, facts.memory.at, wish), stayToCome(facts), keepAliveFix(wish)),
        judged('residency', (row) => judgePlace(row, wish), ''),
    ];
}
/** The least share in a GPU of what was looked at; undefined where nothing is in memory or a server does not say. */
function leastShare(facts, wish) {
    const shares = rowsOf(facts, wish).map(check_residency/* shareOf */.tC);
    const known = shares.filter((share) => share !== undefined);
    return known.length === 0 || known.length < shares.length ? undefined : Math.min(...known);
}
/** The wanted model, by whatever name its weights were loaded; without one all that is there. */
function rowsOf({ memory, installed }, { model }) {
    if (model === undefined)
        return memory.models;
    const digest = (0,identity/* findInstalled */.c9)(installed, model)?.digest;
    const row = digest === undefined ? undefined : (0,check_memory/* findLoaded */.ru)(memory, digest);
    return row === undefined ? [] : [row];
}
function absence({ memory, installed }, { model }) {
    if (model === undefined)
        return 'no model is in memory';
    if ((0,identity/* findInstalled */.c9)(installed, model) === undefined)
        return `${model} is not there`;
    const others = memory.models.map(({ name }) => name);
    return `${model} is not in memory${others.length === 0 ? '' : `, but ${others.slice(0, 5).join(', ')}`}`;
}
function withName(name, judged) {
    return { ...judged, words: `${name}: ${judged.words}`, evidence: { [name]: judged.evidence } };
}
/** Nothing is proved by a setting, since every client may ask otherwise; but it tells what comes next. */
function contextToCome(facts, { context }) {
    const { parameters } = facts;
    if (context !== undefined && parameters !== undefined && (0,check_parameters/* differing */.R)(parameters, { num_ctx: context }).length === 0)
        return `; it has num_ctx ${context} of its own`;
    return settingToCome(facts, 'OLLAMA_CONTEXT_LENGTH');
}
const stayToCome = (facts) => settingToCome(facts, 'OLLAMA_KEEP_ALIVE');
function settingToCome({ settings }, name) {
    if ('unknown' in settings)
        return '';
    const value = settings.value.values[name];
    return `; ${name} is ${value ?? 'not set'}`;
}
function contextFix({ context }) {
    if (context === undefined)
        return undefined;
    return setVariable('OLLAMA_CONTEXT_LENGTH', context, 'or let all clients use the derived model of mode warm');
}
function keepAliveFix({ keepAlive }) {
    const value = keepAlive === 'forever' ? '-1' : `${keepAlive}s`;
    return setVariable('OLLAMA_KEEP_ALIVE', value, 'and take keep_alive out of the clients that send one of their own');
}
function judgePlace(row, { residency }) {
    const share = (0,check_residency/* shareOf */.tC)(row);
    return (0,step/* together */.bs)([
        (0,step/* passed */.bF)(`${(0,check_residency/* shareText */.Lu)(share)} of it in the memory of a GPU`, {
            size: row.size,
            vram: row.vram,
            share: share ?? null,
        }),
        ...(residency.kind === 'any' ? [] : [(0,check_memory/* judgeShare */.$S)(share, residency.least)]),
    ]);
}

// EXTERNAL MODULE: ./build/shared/model/check/name.js
var check_name = __webpack_require__(6494);
;// CONCATENATED MODULE: ./build/shared/model/host/judge-server.js
/** What the server's interface says of itself and of the models on its disk. */





/** Any version passes where no oldest one is asked for. */
function judgeServerVersion({ version }, { minVersion }) {
    const evidence = { version, minVersion: minVersion ?? null };
    if (minVersion === undefined)
        return checkOf('version', (0,step/* passed */.bF)(`version ${version}`, evidence));
    const judged = (0,identity/* judgeVersion */.uM)(version, minVersion);
    return checkOf('version', {
        ...judged,
        words: judged.verdict === 'passed' ? `version ${version}, ${judged.words}` : judged.words,
        evidence,
    });
}
function judgeCloudTaken({ cloud }, { requireNoCloud }) {
    if ('unknown' in cloud)
        return unknownCheck('cloud', cloud.unknown, { cloud: 'unknown' });
    const evidence = { cloud: cloud.value ? 'enabled' : 'disabled' };
    if (!requireNoCloud)
        return checkOf('cloud', (0,step/* passed */.bF)(cloud.value ? 'it takes models of a cloud' : 'it takes no models of a cloud', evidence));
    return checkOf('cloud', { ...(0,identity/* judgeCloud */.DV)(cloud.value), evidence }, setVariable('OLLAMA_NO_CLOUD', 1));
}
/** As many names as a reader takes in. */
const shown = 20;
/** Without a wanted model it only says which are there. */
function judgeModel({ installed }, wish) {
    const names = installed.map(({ name }) => name);
    const { model } = wish;
    if (model === undefined) {
        const words = names.length === 0
            ? 'no model is on its disk'
            : `on its disk: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`;
        return checkOf('model', (0,step/* passed */.bF)(words, { wanted: null, installed: names.slice(0, shown) }));
    }
    const found = (0,identity/* findInstalled */.c9)(installed, model);
    if (found !== undefined)
        return checkOf('model', (0,identity/* judgeIdentity */.Ec)(found, installed, { ...wish, model, pull: 'never' }));
    const near = (0,check_name/* nearestNames */.LE)(model, names);
    const there = near.length === 0
        ? 'no model is'
        : `there are ${near.join(', ')}${names.length > near.length ? ' and others' : ''}`;
    const fix = `bring it with ollama pull ${model}, or correct the input model`;
    return checkOf('model', (0,step/* finding */.gk)(`${model} is not on its disk; ${there}`, fix, { wanted: model, nearest: near }));
}

;// CONCATENATED MODULE: ./build/shared/model/host/judge.js



function judgeHost(facts, wish) {
    return [
        judgeServerVersion(facts, wish),
        judgeCloudTaken(facts, wish),
        judgeModel(facts, wish),
        ...judgeMemory(facts, wish),
        judgeListeners(facts, wish),
        judgeLogging(facts),
        judgeParallelism(facts, wish),
        ...judgeGpus(facts, wish),
        judgeDisk(facts, wish),
    ];
}

;// CONCATENATED MODULE: ./build/shared/model/host/wish.js

/** What has to be seen: all of it where the wish says so, otherwise what it asks for by itself and no default does. */
function neededBy(wish) {
    const { requireSeen, minVersion, requireNoCloud, digest, quantization, context, residency } = wish;
    const asked = {
        version: minVersion !== undefined,
        cloud: requireNoCloud,
        model: digest !== undefined || quantization !== undefined,
        context: context !== undefined,
        residency: residency.kind !== 'any',
    };
    return checkNames.filter((name) => requireSeen || asked[name] === true);
}

// EXTERNAL MODULE: ./build/shared/model/memory.js
var model_memory = __webpack_require__(3867);
// EXTERNAL MODULE: ./build/shared/model/ollama.js
var ollama = __webpack_require__(7430);
// EXTERNAL MODULE: ./build/shared/model/reach.js
var reach = __webpack_require__(7053);
;// CONCATENATED MODULE: ./build/shared/model/verify-host.js
/** The check of a host: looks at a server and its machine, changes nothing and loads nothing. */













/** Cancelled, it ends as an error without checks. */
async function verifyHost(task) {
    const { server, wish, say } = task;
    const url = server.url.href;
    try {
        const facts = await factsOf(task);
        const checks = judgeHost(facts, wish);
        for (const { name, verdict, words } of checks)
            say(`${name}: ${verdict}: ${words}`);
        const digest = wish.model === undefined ? undefined : (0,identity/* findInstalled */.c9)(facts.installed, wish.model)?.digest;
        const share = leastShare(facts, wish);
        return {
            ...{ url, ...hostVerdict(checks, neededBy(wish)), checks },
            ...(digest === undefined ? {} : { digest }),
            ...(share === undefined ? {} : { share }),
        };
    }
    catch (error) {
        if (!(error instanceof failure/* ModelError */.me || error instanceof errors/* Cancelled */.cJ))
            throw error;
        const fix = error instanceof failure/* ModelError */.me ? error.fix : undefined;
        const reason = `${error.message}${fix === undefined ? '' : `; ${fix}`}`;
        say(`error: ${reason}`);
        return { url, verdict: 'error', reason, checks: [] };
    }
}
async function factsOf(task) {
    const { server, wish, clock } = task;
    const shownVersion = await (0,reach/* reach */.g)(task, () => (0,ollama/* version */.rE)(server));
    const takesCloud = await (0,ollama/* cloud */.gg)(server);
    const installed = await (0,ollama/* tags */._A)(server);
    const model = wish.model === undefined ? undefined : (0,identity/* findInstalled */.c9)(installed, wish.model);
    const memory = model === undefined ? await (0,ollama.ps)(server, clock) : await (0,model_memory/* memoryOf */.z)({ server, clock }, model)();
    return {
        version: shownVersion,
        cloud: takesCloud === undefined ? unknown('it does not say whether it takes models of a cloud') : seen(takesCloud),
        ...{ installed, memory },
        ...(model === undefined ? {} : { parameters: (await (0,ollama/* show */.WU)(server, model.name)).parameters }),
        ...(await localWithin(task)),
    };
}
/** Seconds that looking at the machine may take: a file system or a process table may hang. */
const localLimit = 30;
async function localWithin({ server, local }) {
    const why = `looking at this machine took longer than ${localLimit} s`;
    const late = (0,promises_.setTimeout)(localLimit * 1000, nothingSeen(why), { ref: false });
    return abortable(Promise.race([local(server.url), late]), server.signal);
}

// EXTERNAL MODULE: ./build/shared/report/markdown.js
var markdown = __webpack_require__(5210);
// EXTERNAL MODULE: ./build/shared/report/tool-rows.js + 10 modules
var tool_rows = __webpack_require__(3382);
;// CONCATENATED MODULE: ./build/shared/report/host.js




/** Characters of a server's words. */
const host_said = 1000;
const signs = {
    passed: tool_rows/* verdictSigns */.In.passed,
    findings: tool_rows/* verdictSigns */.In.findings,
    unknown: '❔ unknown',
};
function hostMarkdown(action, { verdict, reason }, results) {
    const why = verdict === 'error' || verdict === 'not-run' ? reason : summaryOf(verdict, results);
    const head = [`## ${tool_rows/* verdictSigns */.In[verdict]} · ${action}`, '', (0,markdown/* plain */.pj)((0,clip/* clip */.$)(why, 4 * host_said)), ''];
    return [...head, ...results.map(serverPart)].join('\n');
}
/** In a sentence; the tables have the rest. */
function summaryOf(verdict, results) {
    const named = (wanted) => results.flatMap(({ url, checks }) => {
        const names = checks.filter((one) => one.verdict === wanted).map(({ name }) => name);
        return names.length === 0 ? [] : [`${results.length === 1 ? '' : `${new URL(url).host}: `}${names.join(', ')}`];
    });
    if (verdict === 'findings')
        return `Not as it is meant to be: ${named('findings').join('; ')}.`;
    return 'The host is as it is meant to be, as far as it can be seen.';
}
function serverPart({ url, verdict, reason, checks }) {
    const head = [`### ${(0,markdown/* plain */.pj)(url)} · ${tool_rows/* verdictSigns */.In[verdict]}`, ''];
    if (checks.length === 0)
        return [...head, (0,markdown/* plain */.pj)((0,clip/* clip */.$)(reason, host_said)), ''].join('\n');
    return [...head, checkTable(checks), '', ...settings(checks), ...unseen(checks)].join('\n');
}
function checkTable(checks) {
    const rows = checks.map(({ name, verdict, words, fix }) => [
        name,
        signs[verdict],
        (0,markdown/* plain */.pj)((0,clip/* clip */.$)(words, host_said)),
        fix === undefined ? '' : (0,markdown/* plain */.pj)((0,clip/* clip */.$)(fix.words, host_said)),
    ]);
    return (0,markdown/* table */.tp)(['check', 'verdict', 'what was seen', 'what to do'], rows);
}
/** Ready to be copied; names and numbers of our own, so that nothing in them could end the code. */
function settings(checks) {
    const fixes = checks.flatMap(({ name, fix }) => (fix !== undefined && isSetting(fix) ? [{ name, fix }] : []));
    if (fixes.length === 0)
        return [];
    const code = (text) => `\`${text}\``;
    const rows = fixes.map(({ name, fix }) => [name, code(fix.systemd), code(fix.compose), code(fix.windows)]);
    const lines = new Set(fixes.flatMap(({ fix }) => fix.apply.split('; ')));
    const how = ['systemd:', 'compose:', 'Windows:'].flatMap((kind) => [...lines].filter((line) => line.startsWith(kind)));
    return [(0,markdown/* table */.tp)(['setting', 'systemd', 'compose', 'Windows'], rows), '', ...how.map((one) => `- ${(0,markdown/* plain */.pj)(one)}`), ''];
}
function unseen(checks) {
    const names = checks.filter(({ verdict }) => verdict === 'unknown').map(({ name }) => name);
    if (names.length === 0)
        return [`All ${checks.length} checks could be seen.`, ''];
    return [`${names.length} of ${checks.length} checks could not be seen: ${names.join(', ')}.`, ''];
}

// EXTERNAL MODULE: ./build/actions/warm-model/contract.js
var contract = __webpack_require__(6392);
// EXTERNAL MODULE: ./build/actions/warm-model/disk.js
var disk = __webpack_require__(1027);
// EXTERNAL MODULE: ./build/actions/warm-model/say.js
var say = __webpack_require__(8407);
// EXTERNAL MODULE: ./build/actions/warm-model/servers.js
var servers = __webpack_require__(6696);
// EXTERNAL MODULE: ./build/shared/action/inputs.js
var action_inputs = __webpack_require__(1434);
// EXTERNAL MODULE: ./build/shared/model/check/options.js + 1 modules
var check_options = __webpack_require__(9073);
// EXTERNAL MODULE: ./build/shared/plan/units.js
var units = __webpack_require__(4537);
// EXTERNAL MODULE: ./build/actions/warm-model/inputs.js + 2 modules
var warm_model_inputs = __webpack_require__(2509);
// EXTERNAL MODULE: ./build/actions/warm-model/modes.js
var modes = __webpack_require__(2368);
;// CONCATENATED MODULE: ./build/actions/warm-model/verify-inputs.js
/** The inputs of mode verify as one record, read once; what excludes each other is refused before a server is touched. */










function readVerifyInputs(host) {
    const inputs = new action_inputs/* Inputs */.G(host, contract/* defaults */.N);
    if (inputs.oneOf('kind', warm_model_inputs/* kinds */.EZ) === 'openai')
        (0,modes/* contradict */.U)('mode (verify) and kind (openai)', 'kind ollama, since no other server shows its host');
    const urls = (0,servers/* urlsOf */.Wn)(inputs.text('url'), 'ollama');
    const wish = wishOf(inputs);
    refuseContradictions(wish);
    return { urls, wish, token: (0,servers/* tokenOf */.B9)(host, (0,warm_model_inputs/* tokenName */.vb)(inputs), urls) };
}
function wishOf(inputs) {
    const options = inputs.optional('options');
    const context = options === undefined ? undefined : (0,check_options/* readOptions */.T)(options)['num_ctx'];
    return {
        ...(inputs.optional('model') === undefined ? {} : { model: (0,warm_model_inputs/* modelOf */.DM)(inputs, 'ollama') }),
        ...(typeof context === 'number' ? { context } : {}),
        ...(0,warm_model_inputs/* commonWish */.X0)(inputs),
        bind: inputs.oneOf('bind', ['loopback', 'any']),
        gpuLimit: limitOf(inputs),
        freeDisk: sizeOf(inputs),
        requireSeen: inputs.flag('require-seen'),
    };
}
function limitOf(inputs) {
    const text = inputs.text('gpu-limit');
    const share = units/* percentPattern */.UJ.test(text) ? (0,units/* percent */.KN)(text) / 100 : 0;
    if (share > 0)
        return share;
    throw new errors/* InputError */.dz(`input gpu-limit is ${JSON.stringify(text)}; expected a share above 0%, such as 90%`);
}
function sizeOf(inputs) {
    const text = inputs.text('free-disk');
    const bytes = (0,model_bytes/* bytesIn */.t)(text);
    if (bytes !== undefined)
        return bytes;
    throw new errors/* InputError */.dz(`input free-disk is ${JSON.stringify(text)}; expected a size with its unit, such as 20GB or 500MiB`);
}
function refuseContradictions({ model, digest, quantization, requireNoCloud }) {
    if (model === undefined) {
        if (digest !== undefined)
            (0,modes/* contradict */.U)('digest and no model', 'the model that has the digest');
        if (quantization !== undefined)
            (0,modes/* contradict */.U)('quantization and no model', 'the model that is quantised so');
    }
    else if (requireNoCloud && (0,check_name/* isCloudName */.fJ)(model))
        (0,modes/* contradict */.U)(`model (${JSON.stringify(model)}) and require-no-cloud`, 'a model that is not in a cloud');
}

;// CONCATENATED MODULE: ./build/actions/warm-model/verify.js











/** @throws InputError */
async function verify({ host, signal }) {
    const inputs = readVerifyInputs(host);
    const { urls, token, wish } = inputs;
    const machine = thisMachine({ env: (name) => host.env(name), signal, room: disk/* roomForModels */.$ });
    const results = await Promise.all(urls.map((url) => verifyHost({
        server: { url, signal, ...(token === undefined ? {} : { token }) },
        wish,
        say: (0,task/* sayTo */.B)(host, (0,servers/* nameIn */.ZC)(urls, url)),
        now: () => performance.now() / 1000,
        clock: () => Date.now() / 1000,
        local: (at) => localFacts(machine, at),
    })));
    const worst = (0,say/* worstOf */.hm)(results, ({ checks }) => checks.filter(({ verdict }) => verdict !== 'passed').length);
    const { verdict } = worst;
    const reason = (0,say/* reasonOf */.A3)(results, verdict);
    return (0,say/* say */.cv)(host, token, {
        ...{ verdict, reason, proved: provedBy(results) },
        evidence: evidenceOf(inputs, results, verdict, reason),
        outputs: outputsOf(worst),
        markdown: hostMarkdown(contract/* action */.X, { verdict, reason }, results),
    });
}
function provedBy(results) {
    const unseen = results.flatMap(({ checks }) => checks.filter(({ verdict }) => verdict === 'unknown')).length;
    return `the host is as it is meant to be${unseen === 0 ? '' : `; not seen: ${unseen} of its checks`}`;
}
function outputsOf({ verdict, digest, share }) {
    const unmeasured = 'unknown';
    return {
        verdict,
        digest: digest ?? 'unknown',
        'p95-seconds': unmeasured,
        'first-token-seconds': unmeasured,
        'tokens-per-second': unmeasured,
        'cold-seconds': unmeasured,
        residency: (0,check_residency/* shareText */.Lu)(share),
        'derived-model': '',
        'kept-model': '',
    };
}
function evidenceOf({ wish }, results, verdict, reason) {
    const servers = results.map((one) => ({
        ...{ url: one.url, verdict: one.verdict, reason: one.reason },
        ...{ digest: one.digest ?? null, residency: one.share ?? null, checks: one.checks },
    }));
    return { schema: say/* schema */.wQ, verdict, reason, mode: 'verify', kind: 'ollama', asked: wish, servers };
}


/***/ })

};
