export const id = 810;
export const ids = [810];
export const modules = {

/***/ 7810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  update: () => (/* binding */ update)
});

// EXTERNAL MODULE: ./build/shared/model/check/step.js
var step = __webpack_require__(2219);
// EXTERNAL MODULE: ./build/shared/model/book.js
var model_book = __webpack_require__(8481);
// EXTERNAL MODULE: ./build/shared/model/check/parameters.js
var parameters = __webpack_require__(529);
// EXTERNAL MODULE: ./build/shared/model/derive.js
var derive = __webpack_require__(2171);
// EXTERNAL MODULE: ./build/shared/model/identify.js + 1 modules
var identify = __webpack_require__(1161);
// EXTERNAL MODULE: ./build/shared/model/ollama.js
var ollama = __webpack_require__(7430);
// EXTERNAL MODULE: ./build/shared/model/prove.js + 1 modules
var prove = __webpack_require__(4819);
// EXTERNAL MODULE: ./build/shared/model/check/identity.js
var identity = __webpack_require__(6387);
// EXTERNAL MODULE: ./build/shared/model/check/name.js
var check_name = __webpack_require__(6494);
;// CONCATENATED MODULE: ./build/shared/model/check/kept.js
/** Names under which an update keeps the models that it replaces. */


const digits = 12;
/** Ollama takes so many characters in a tag. */
const longestTag = 80;
/** The end of every such name. */
const keptEnd = (digest) => `before-${digest.slice(0, digits)}`;
/** Whether some update kept it, of whatever name. */
function isKeptCopy({ name, digest }) {
    return name.endsWith(keptEnd(digest));
}
/** `gpt-oss:20b-latest` gives `gpt-oss:20b-latest-before-1f2e3d4c5b6a`, one that is `:latest` gives `:before-1f2e3d4c5b6a`. */
function keptName(name, digest) {
    const full = (0,check_name/* withTag */.Rd)(name);
    const colon = full.lastIndexOf(':');
    const [head, tag] = [full.slice(0, colon), full.slice(colon + 1)];
    const end = keptEnd(digest);
    if (tag.toLowerCase() === 'latest')
        return `${head}:${end}`;
    return `${head}:${tag.slice(0, longestTag - end.length - 1)}-${end}`;
}
/** A copy has its own digest in its name, so that no name that somebody else gave is taken for one. */
function isKept({ name, digest }, of) {
    return (0,check_name/* isSameName */.yS)(name, keptName(of, digest));
}
function toKeep(standings, installed) {
    const kept = [];
    for (const { name, was } of standings) {
        if (was === undefined || kept.some(({ digest }) => digest === was.digest))
            continue;
        kept.push({ name: keptName(name, was.digest), digest: was.digest, of: name });
    }
    const there = (one) => (0,identity/* findInstalled */.c9)(installed, one.name);
    const foreign = kept.find((one) => (there(one)?.digest ?? one.digest) !== one.digest);
    return {
        kept,
        missing: kept.filter((one) => there(one) === undefined),
        foreign: foreign === undefined ? undefined : there(foreign),
    };
}

// EXTERNAL MODULE: ./build/shared/model/failure.js
var failure = __webpack_require__(3544);
;// CONCATENATED MODULE: ./build/shared/model/update/ledger.js
/** What an update has found and done at one server, so that it can be taken back. */




function newLedger() {
    const lists = { standings: [], kept: [], resident: [], seen: [], left: [] };
    return { ...lists, touched: new Set(), made: new Map(), loaded: undefined };
}
function changesOf({ standings, kept, touched, made }) {
    return { standings, kept, touched, made: [...made.keys()] };
}
async function look(server, ledger) {
    ledger.seen = await (0,ollama/* tags */._A)(server);
    return ledger.seen;
}
/** The name that clients use. */
function clientName({ wish, update }) {
    return update.alias ?? wish.model;
}
/** Digests of older versions: a new one may push them out of memory. */
function olderOnes({ wish }, { standings, seen }) {
    const made = seen.filter((one) => (0,check_name/* isDerivedName */.Zk)(one.name, wish.model) || standings.some(({ name }) => isKept(one, name)));
    return [...standings.flatMap(({ was }) => was?.digest ?? []), ...made.map(({ digest }) => digest)];
}
/** What came of it, by what was seen last. */
function updatedBy(task, ledger) {
    const name = clientName(task);
    const { standings, kept, seen, left } = ledger;
    const from = standings.find((one) => one.name === name)?.was?.digest;
    const to = (0,identity/* findInstalled */.c9)(seen, name)?.digest;
    // The clients' own name first: it is the one to roll back.
    const replaced = [...standings]
        .toSorted((a, b) => Number(b.name === name) - Number(a.name === name))
        .find((one) => one.was !== undefined && (0,identity/* findInstalled */.c9)(seen, one.name)?.digest !== one.was.digest);
    const unrestored = left.flatMap((deed) => (deed.kind === 'copy' ? [deed.from] : []))[0];
    const copy = kept.find(({ digest }) => digest === replaced?.was?.digest)?.name;
    const held = unrestored ?? (copy === undefined ? undefined : (0,identity/* findInstalled */.c9)(seen, copy)?.name);
    return {
        name,
        ...(standings.length === 0 ? { unseen: true } : {}),
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
        ...(held === undefined ? {} : { kept: held }),
    };
}

;// CONCATENATED MODULE: ./build/shared/model/update/keep.js







/** @param names that the run may write */
async function survey(task, ledger, names) {
    const { server, clock } = task;
    const installed = await look(server, ledger);
    ledger.standings = names.map((name) => ({ name, was: (0,identity/* findInstalled */.c9)(installed, name) }));
    ledger.resident = (await (0,ollama.ps)(server, clock)).models;
    const words = ledger.standings.map(({ name, was }) => `${name} is ${was?.digest.slice(0, 12) ?? 'not there'}`);
    const digests = Object.fromEntries(ledger.standings.map(({ name, was }) => [name, was?.digest ?? null]));
    return { ...(0,step/* passed */.bF)(words.join('; '), { names: digests }), value: true };
}
/** As `survey`; a finding where the model that is to come back is not there. The value is that model. */
async function surveyFor(task, ledger, name, wanted) {
    const judged = await survey(task, ledger, [name]);
    const there = (0,identity/* findInstalled */.c9)(ledger.seen, wanted);
    if (there === undefined)
        return absent(wanted, ledger.seen);
    if (!isKeptCopy(there))
        return foreign(there);
    const words = `${judged.words}; ${there.name} is ${there.digest.slice(0, 12)}`;
    return { ...(0,step/* passed */.bF)(words, { ...judged.evidence, rollBack: there.digest }), value: there };
}
/** Whoever names another model by mistake would give it to all clients, unmeasured. */
function foreign({ name, digest }) {
    return (0,step/* finding */.gk)(`${name} is no copy that an update kept: the name of one ends in ${keptEnd(digest)}`, `give the output kept-model of the update as roll-back, or keep it as such: ollama cp ${name} NAME:${keptEnd(digest)}`, { wanted: name });
}
function absent(wanted, installed) {
    const near = (0,check_name/* nearestNames */.LE)(wanted, installed.map(({ name }) => name));
    const there = near.length === 0 ? 'no model is installed' : `installed are ${near.join(', ')}`;
    return (0,step/* finding */.gk)(`there is no model ${wanted}; ${there}`, 'correct the input roll-back', { wanted, nearest: near });
}
/** Ollama overwrites a name, and drops weights that no name uses: so they get another name before. */
async function keep({ server }, ledger, standings) {
    const { kept, missing, foreign } = toKeep(standings, ledger.seen);
    if (foreign !== undefined) {
        return (0,step/* finding */.gk)(`${foreign.name} is there already, and is another model (${foreign.digest.slice(0, 12)})`, `give it another name: ollama cp ${foreign.name} NAME, then ollama rm ${foreign.name}`);
    }
    for (const one of missing)
        await copyChecked(server, ledger, one);
    ledger.kept = kept;
    const evidence = { kept: kept.map(({ name, digest, of }) => ({ name, digest, of, made: ledger.made.has(name) })) };
    if (kept.length === 0)
        return { verdict: 'not-asked', words: 'nothing is there to keep', evidence, value: true };
    const words = kept.map(({ name, of }) => `${of} as ${name}${ledger.made.has(name) ? '' : ', which was there'}`);
    return { ...(0,step/* passed */.bF)(`kept ${words.join('; ')}`, evidence), value: true };
}
async function copyChecked(server, ledger, { name, of, digest }) {
    ledger.made.set(name, false);
    await (0,ollama/* copy */.C)(server, of, name);
    ledger.made.set(name, true);
    const now = (0,identity/* findInstalled */.c9)(await look(server, ledger), name)?.digest;
    if (now === digest)
        return;
    throw new failure/* ModelError */.me('broken', `POST /api/copy: ${name} is ${now ?? 'not there'}, and not ${digest} as ${of} is`);
}

;// CONCATENATED MODULE: ./build/shared/model/update/switch.js





/** The value is the model by the name that was switched. */
async function switchTo({ server }, ledger, source, name) {
    const was = ledger.standings.find((one) => one.name === name)?.was?.digest;
    const now = (0,identity/* findInstalled */.c9)(await look(server, ledger), name)?.digest;
    const value = { name, digest: source.digest };
    const evidence = { name, from: was ?? null, to: source.digest };
    if (now !== was) {
        return (0,step/* finding */.gk)(`${name} was ${was?.slice(0, 12) ?? 'not there'} and is ${now?.slice(0, 12) ?? 'gone'}: somebody else changed it meanwhile`, 'let one run at a time work on a server (concurrency in the workflow), and start again', { ...evidence, now: now ?? null });
    }
    if (now === source.digest)
        return { ...(0,step/* passed */.bF)(`${name} is ${source.digest.slice(0, 12)} already`, { ...evidence, switched: false }), value };
    ledger.touched.add(name);
    await (0,ollama/* copy */.C)(server, source.name, name);
    const after = (0,identity/* findInstalled */.c9)(await look(server, ledger), name)?.digest;
    if (after !== source.digest)
        throw new failure/* ModelError */.me('broken', `POST /api/copy: ${name} is ${after ?? 'gone'}, and not ${source.digest}`);
    const words = `${name} was ${was?.slice(0, 12) ?? 'not there'} and is ${source.digest.slice(0, 12)}`;
    return { ...(0,step/* passed */.bF)(words, { ...evidence, switched: true }), value };
}

// EXTERNAL MODULE: ./build/shared/action/errors.js
var errors = __webpack_require__(7856);
;// CONCATENATED MODULE: ./build/shared/model/check/unused.js
/** What an update has made and nobody needs any more. */



/** Copies that a run made of what it then did not replace. @param made names that it made */
function superfluous(standings, kept, made, installed) {
    const stands = (digest) => standings.every(({ name, was }) => was?.digest !== digest || (0,identity/* findInstalled */.c9)(installed, name)?.digest === was.digest);
    return kept.flatMap(({ name, digest }) => (made.includes(name) && stands(digest) ? [name] : []));
}
/** Copies and derived models that an update of these names made, by their own names and what they were made from. */
function oursAmong(installed, { names, parents }) {
    const [tag] = names;
    const isCopy = (one) => names.some((name) => isKept(one, name));
    const isOfFamily = (name) => names.some((one) => (0,check_name/* isSameName */.yS)(one, name)) || installed.some((one) => (0,check_name/* isSameName */.yS)(one.name, name) && isCopy(one));
    return installed.filter((one) => {
        if (names.some((name) => (0,check_name/* isSameName */.yS)(name, one.name)))
            return false;
        if (isCopy(one))
            return true;
        const parent = parents.get(one.name);
        return (0,check_name/* isDerivedName */.Zk)(one.name, tag) && parent !== undefined && isOfFamily(parent);
    });
}
/** Of them those that neither a name of the family, nor the clients' model, nor the newest copy of a name needs. */
function unused(installed, family) {
    const { names, chosen, replaced } = family;
    const newest = names.flatMap((name) => newestKept(installed, name)?.digest ?? []);
    const stand = names.flatMap((name) => (0,identity/* findInstalled */.c9)(installed, name)?.digest ?? []);
    const needed = new Set([...stand, ...newest, ...replaced, chosen]);
    return oursAmong(installed, family).flatMap(({ name, digest }) => (needed.has(digest) ? [] : [name]));
}
/** The copy of a name that was made last, other than of what it stands for now. */
function newestKept(installed, of) {
    const now = (0,identity/* findInstalled */.c9)(installed, of)?.digest;
    return installed
        .filter((one) => isKept(one, of) && one.digest !== now)
        .toSorted((a, b) => (b.modified ?? 0) - (a.modified ?? 0))[0];
}

;// CONCATENATED MODULE: ./build/shared/model/update/clean.js





async function clean(task, ledger, chosen) {
    const { server, update } = task;
    const { standings, kept, made } = ledger;
    await look(server, ledger);
    const needless = superfluous(standings, kept, [...made.keys()], ledger.seen);
    for (const name of needless)
        await (0,ollama/* remove */.TF)(server, name);
    const old = await unusedAt(task, ledger, chosen);
    if (update.removeUnused)
        for (const name of old)
            await (0,ollama/* remove */.TF)(server, name);
    await look(server, ledger);
    const evidence = { removed: update.removeUnused ? [...needless, ...old] : needless, unused: old };
    const copies = needless.length === 0 ? [] : [`removed ${needless.join(', ')}, since nothing was replaced`];
    if (update.removeUnused) {
        const words = old.length === 0 ? 'nothing is unused' : `removed ${old.join(', ')}`;
        return { ...(0,step/* passed */.bF)([...copies, words].join('; '), evidence), value: true };
    }
    const words = old.length === 0 ? 'nothing is unused' : `unused are ${old.join(', ')}: remove-unused removes them`;
    return { verdict: 'not-asked', words: [...copies, words].join('; '), evidence, value: true };
}
async function unusedAt({ server, wish, update }, { seen, kept }, chosen) {
    const parents = new Map();
    for (const { name } of seen.filter((one) => (0,check_name/* isDerivedName */.Zk)(one.name, wish.model))) {
        const parent = (await (0,ollama/* show */.WU)(server, name)).details.parent_model;
        if (parent !== '')
            parents.set(name, parent);
    }
    const names = [wish.model, ...(update.alias === undefined ? [] : [update.alias])];
    return unused(seen, { names, parents, chosen: chosen.digest, replaced: kept.map(({ digest }) => digest) });
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/shared/model/check/memory.js
var memory = __webpack_require__(9514);
;// CONCATENATED MODULE: ./build/shared/model/check/restoration.js
/** What an update that did not pass has to do so that everything is as it was. */

/**
 * The deeds that are next; none once all is as it was. Nothing is removed before every name has its old digest again, so
 * that a copy is there for as long as it is needed.
 * @param installed undefined where nobody could look: then all that may have to be done
 */
function restoration({ standings, kept, touched, made }, installed) {
    const found = (name) => (installed === undefined ? undefined : (0,identity/* findInstalled */.c9)(installed, name));
    const written = standings.filter(({ name }) => touched.has(name));
    const copies = written.flatMap(({ name, was }) => {
        if (was === undefined || found(name)?.digest === was.digest)
            return [];
        const from = kept.find(({ digest }) => digest === was.digest)?.name;
        return from === undefined ? [] : [{ kind: 'copy', from, to: name, digest: was.digest }];
    });
    if (installed !== undefined && copies.length > 0)
        return copies;
    const fresh = written.flatMap(({ name, was }) => (was === undefined ? [name] : []));
    const removals = [...fresh, ...made]
        .filter((name) => installed === undefined || found(name) !== undefined)
        .map((name) => ({ kind: 'remove', name }));
    return [...copies, ...removals];
}
/** The command that does the same by hand. */
function commandOf(deed) {
    return deed.kind === 'copy' ? `ollama cp ${deed.from} ${deed.to}` : `ollama rm ${deed.name}`;
}

// EXTERNAL MODULE: ./build/shared/model/warm.js
var warm = __webpack_require__(6729);
;// CONCATENATED MODULE: ./build/shared/model/update/restore.js
/** Brings a server back to what it was before an update that did not pass. */










const usual = { wait: 60, hurry: 5, calm: 2.5, pause: 0.25 };
/** Milliseconds for giving back the memory of a model that did not pass; names come first. */
const unloading = 1000;
/** Also once the run's own signal has come. @param isUnsure whether a request may still be worked at */
async function restore(task, ledger, isUnsure) {
    const { done, left, why } = await putBack(task, ledger, isUnsure);
    ledger.left = left;
    const evidence = { done: done.map(commandOf), left: left.map(commandOf) };
    if (left.length > 0) {
        return {
            verdict: 'error',
            words: `not all is as it was${why === undefined ? '' : ` (${why})`}`,
            fix: `finish it by hand: ${left.map(commandOf).join(' && ')}`,
            evidence,
        };
    }
    if (done.length === 0)
        return { ...(0,step/* passed */.bF)('nothing had changed', evidence), value: true };
    const back = await reload(task, ledger);
    return { ...(0,step/* passed */.bF)([...done.map(wordsOf), ...back].join('; '), evidence), value: true };
}
function wordsOf(deed) {
    return deed.kind === 'copy' ? `${deed.to} is ${deed.digest.slice(0, 12)} again` : `took ${deed.name} away`;
}
async function putBack(task, ledger, isUnsure) {
    const { now, restoring: patience = usual } = task;
    const began = now();
    const { server, end } = ownServer(task.server, patience);
    const done = [];
    // Before the server was asked for once: what it would have to be if everything had been changed.
    let left = restoration(changesOf(ledger));
    let why;
    try {
        await giveMemoryBack(server, ledger);
        while (!server.signal.aborted) {
            try {
                left = restoration(changesOf(ledger), await look(server, ledger));
                const isCalm = !isUnsure || now() - began >= patience.calm;
                if (isCalm && left.length === 0)
                    break;
                const due = isCalm ? left : left.filter((deed) => !isCopyTaken(deed, ledger));
                for (const deed of due)
                    await perform(server, deed);
                done.push(...due.filter((deed) => !done.some((one) => commandOf(one) === commandOf(deed))));
            }
            catch (error) {
                if (!(error instanceof failure/* ModelError */.me || error instanceof errors/* Cancelled */.cJ))
                    throw error;
                if (error instanceof failure/* ModelError */.me)
                    why = error.message;
            }
            await (0,promises_.setTimeout)(patience.pause * 1000);
        }
    }
    finally {
        end();
    }
    return { done, left, why };
}
/** A copy must be there for as long as the server may still overwrite what it is of. */
function isCopyTaken(deed, { kept }) {
    return deed.kind === 'remove' && kept.some(({ name }) => name === deed.name);
}
async function perform(server, deed) {
    if (deed.kind === 'copy')
        await (0,ollama/* copy */.C)(server, deed.from, deed.to);
    else
        await (0,ollama/* remove */.TF)(server, deed.name);
}
/** The server with a time limit of its own instead of the run's signal, which then only makes it hurry. */
function ownServer({ url, token, signal: outer }, { wait, hurry }) {
    const stop = new AbortController();
    const timers = [setTimeout(() => stop.abort(), wait * 1000)];
    const hasten = () => void timers.push(setTimeout(() => stop.abort(), hurry * 1000));
    if (outer.aborted)
        hasten();
    else
        outer.addEventListener('abort', hasten, { once: true });
    const server = { url, signal: stop.signal, ...(token === undefined ? {} : { token }) };
    return {
        server,
        end() {
            outer.removeEventListener('abort', hasten);
            for (const timer of timers)
                clearTimeout(timer);
        },
    };
}
/** While the name still stands for it: later nobody could say which model is meant. */
async function giveMemoryBack(server, { loaded }) {
    if (loaded === undefined)
        return;
    const signal = AbortSignal.any([server.signal, AbortSignal.timeout(unloading)]);
    await (0,ollama/* unload */.GP)({ ...server, signal }, loaded).catch((error) => {
        if (!(error instanceof failure/* ModelError */.me || error instanceof errors/* Cancelled */.cJ))
            throw error;
    });
}
/** What clients had in memory and the new model pushed out comes back before their next request. */
async function reload(task, { resident, seen }) {
    const { server, wish, clock } = task;
    if (server.signal.aborted)
        return [];
    const was = resident.filter(({ name, digest }) => (0,identity/* findInstalled */.c9)(seen, name)?.digest === digest);
    const said = [];
    try {
        for (const { name, digest: lost, expires } of was.toReversed()) {
            const { models } = await (0,ollama.ps)(server, clock);
            if (models.some(({ digest }) => digest === lost))
                continue;
            await (0,ollama/* load */.Hh)(server, name, stayOf(expires, clock()), (0,warm/* loadLimit */.wt)(wish));
            said.push(`loaded ${name} again, which was in memory before`);
        }
    }
    catch (error) {
        if (!(error instanceof failure/* ModelError */.me || error instanceof errors/* Cancelled */.cJ))
            throw error;
        said.push(`what was in memory before is not there again (${error.message})`);
    }
    return said;
}
/** As long as it had left; Ollama writes what stays as what expires in centuries. */
function stayOf(expires, now) {
    const left = (expires ?? now) - now;
    if (left > memory/* century */.Pk)
        return -1;
    return `${Math.max(60, Math.round(left))}s`;
}

;// CONCATENATED MODULE: ./build/shared/model/update/update-ollama.js
/** An update of a model at an Ollama server: the old one stays until the new one has passed. */











/** Cancelled, it ends once the server is as it was, or the step `restore` says what is left to do. */
async function updateOllama(task) {
    const book = (0,model_book/* stepBook */.E)(task.now, task.say, step/* updateSteps */.xb);
    const found = {};
    const ledger = newLedger();
    const chosen = await takingBack(task, book, ledger, () => renew(task, book, found, ledger));
    if (chosen !== undefined)
        await book.take('clean', () => clean(task, ledger, chosen)).catch(unlessCancelled);
    else if (found.derived !== undefined && ledger.made.has(found.derived))
        delete found.derived;
    return {
        ...{ answers: [], ...found, url: task.server.url.href, ...book.end() },
        update: updatedBy(task, ledger),
    };
}
/** The book has it. */
function unlessCancelled(error) {
    if (!(error instanceof errors/* Cancelled */.cJ))
        throw error;
    return undefined;
}
/** Where `work` comes to nothing, or is cancelled, everything is as it was afterwards; a cancel stands in the book. */
async function takingBack(task, book, ledger, work) {
    const hasChanged = () => ledger.touched.size > 0 || ledger.made.size > 0;
    const value = await work().catch(async (error) => {
        if (error instanceof errors/* Cancelled */.cJ)
            return undefined;
        if (hasChanged())
            await book.take('restore', () => restore(task, ledger, true));
        throw error;
    });
    if (value === undefined && hasChanged())
        await book.take('restore', () => restore(task, ledger, book.verdict() === 'error'));
    return value;
}
/** The value is the model that clients get. */
async function renew(task, book, found, ledger) {
    const isGood = () => book.verdict() === 'passed';
    const { wish, update } = task;
    const names = [wish.model, ...(update.alias === undefined ? [] : [update.alias])];
    if (!(await book.take('reach', () => (0,identify/* greet */.K)(task))) || !isGood())
        return undefined;
    if (!(await book.take('identity', () => survey(task, ledger, names))))
        return undefined;
    if (!(await book.take('keep', () => keep(task, ledger, ledger.standings))))
        return undefined;
    const model = await book.take('pull', () => pullNew(task, ledger, found));
    if (model === undefined || !isGood())
        return undefined;
    const chosen = await book.take('options', () => (0,derive/* choose */.S)(task, model.installed, ledger.made));
    if (chosen === undefined)
        return undefined;
    if (wish.options !== undefined)
        found.derived = chosen.name;
    if (!ledger.resident.some(({ digest }) => digest === chosen.digest))
        ledger.loaded = chosen.name;
    const isProved = await (0,prove/* prove */.z)({
        ...task,
        book,
        found,
        chosen,
        think: model.thinks,
        mayLeave: olderOnes(task, ledger),
    });
    if (!isProved || !isGood())
        return undefined;
    return book.take('switch', async () => update.alias === undefined
        ? { verdict: 'not-asked', words: `clients use ${clientUse(task, chosen)}`, evidence: {}, value: chosen }
        : switchTo(task, ledger, chosen, update.alias));
}
function clientUse(task, chosen) {
    return task.wish.options === undefined ? `${clientName(task)} itself` : `${chosen.name}, the derived model`;
}
async function pullNew(task, ledger, found) {
    const { wish } = task;
    const was = ledger.standings.find(({ name }) => name === wish.model)?.was?.digest;
    ledger.touched.add(wish.model);
    const outcome = await (0,identify/* identify */.l)({ ...task, wish: { ...wish, pull: 'always' } }, found);
    if (outcome.value === undefined)
        return outcome;
    const now = outcome.value.installed.digest;
    const news = now === was ? 'the registry has nothing new' : `it was ${was?.slice(0, 12) ?? 'not there'}`;
    return { ...outcome, words: `${outcome.words}; ${news}`, evidence: { ...outcome.evidence, before: was ?? null } };
}

;// CONCATENATED MODULE: ./build/shared/model/update/roll-back-ollama.js
/** The way back to a model that was kept: at once, and loaded then. */











/** Cancelled, a switch that is made stays made. */
async function rollBackOllama(task, kept) {
    const book = (0,model_book/* stepBook */.E)(task.now, task.say, step/* rollBackSteps */.g9);
    const found = {};
    const ledger = newLedger();
    const chosen = await takingBack(task, book, ledger, () => back(task, kept, book, found, ledger));
    if (chosen !== undefined)
        await (0,prove/* bringIntoMemory */.q)({ ...task, book, found, chosen, think: false }).catch(unlessCancelled);
    else if (found.derived !== undefined && ledger.made.has(found.derived))
        delete found.derived;
    return {
        ...{ answers: [], ...found, url: task.server.url.href, ...book.end() },
        update: updatedBy(task, ledger),
    };
}
/** The value is what clients use, by the name that they use. */
async function back(task, kept, book, found, ledger) {
    const { wish, update } = task;
    const name = clientName(task);
    if (!(await book.take('reach', () => (0,identify/* greet */.K)(task))))
        return undefined;
    const old = await book.take('identity', () => surveyFor(task, ledger, name, kept));
    if (old === undefined)
        return undefined;
    found.digest = old.digest;
    const replaced = ledger.standings.filter(({ was }) => was?.digest !== old.digest);
    if (!(await book.take('keep', () => keep(task, ledger, replaced))))
        return undefined;
    const chosen = await book.take('options', () => withOptions(task, old, ledger));
    if (chosen === undefined)
        return undefined;
    if (wish.options !== undefined && chosen.name !== old.name)
        found.derived = chosen.name;
    // Without an alias the tag gets the weights, and clients that want options the derived model of them.
    const source = update.alias === undefined ? old : chosen;
    const switched = await book.take('switch', () => switchTo(task, ledger, source, name));
    if (switched === undefined)
        return undefined;
    return source.digest === chosen.digest ? switched : chosen;
}
/** A copy of an alias has its options already. */
async function withOptions(task, old, ledger) {
    const { server, wish } = task;
    if (wish.options === undefined)
        return (0,derive/* choose */.S)(task, old, ledger.made);
    if ((0,parameters/* differing */.R)((await (0,ollama/* show */.WU)(server, old.name)).parameters, wish.options).length > 0)
        return (0,derive/* choose */.S)(task, old, ledger.made);
    const value = { name: old.name, digest: old.digest };
    return { verdict: 'not-asked', words: `${old.name} has these options already`, evidence: {}, value };
}

// EXTERNAL MODULE: ./build/actions/warm-model/check.js + 3 modules
var warm_model_check = __webpack_require__(223);
;// CONCATENATED MODULE: ./build/actions/warm-model/update.js
/** Updates one server after another, or rolls all of them back beside each other. */




/** @throws what the first of them threw, once all that were begun have ended */
async function update(check, wish) {
    const prompts = (0,warm_model_check.promptsOf)(check);
    const tasks = check.inputs.urls.map((url) => ({ ...(0,warm_model_check.taskOf)(check, url, prompts), update: wish }));
    const { rollBack } = wish;
    return rollBack === undefined ? inTurn(tasks) : allAtOnce(tasks, rollBack);
}
/** The first that does not pass ends it, so that the others keep what serves. */
async function inTurn(tasks) {
    const results = [];
    for (const task of tasks) {
        const stopped = results.find(({ verdict }) => verdict !== 'passed');
        results.push(stopped === undefined ? await updateOllama(task) : untouched(task, stopped));
    }
    return results;
}
function untouched({ server, wish, update: { alias }, say }, { url }) {
    const reason = `not touched, because ${new URL(url).host} did not pass`;
    say(reason);
    const name = alias ?? wish.model;
    return {
        ...{ url: server.url.href, verdict: 'not-run', reason, steps: (0,step/* complete */.My)([], step/* updateSteps */.xb), answers: [] },
        update: { name, untouched: true },
    };
}
/** In an emergency one server that is gone must not keep the others from coming back. */
async function allAtOnce(tasks, kept) {
    const settled = await Promise.allSettled(tasks.map((task) => rollBackOllama(task, kept)));
    return settled.map((one) => {
        if (one.status === 'rejected')
            throw one.reason;
        return one.value;
    });
}


/***/ })

};
