export const id = 188;
export const ids = [188];
export const modules = {

/***/ 188:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  repair: () => (/* binding */ repair)
});

// EXTERNAL MODULE: ./build/shared/action/errors.js
var errors = __webpack_require__(856);
;// CONCATENATED MODULE: ./build/shared/action/abortable.js

/** Settles as `work` does, or rejects at once when the signal is aborted; the work itself goes on unheard. */
function abortable(work, signal) {
    return new Promise((resolve, reject) => {
        const abort = () => reject(new Cancelled(signal));
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
            reject(new errors/* TargetError */.I0(`the target did not answer within ${waited} s`));
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

;// CONCATENATED MODULE: ./build/shared/release/return.js
/** What is looked at before a return, of a release of `version`. */
function sceneOf({ stable, versions, release }, version) {
    const find = (name) => versions.find((each) => each.version === name);
    return { stable: find(stable), canary: find(version), weight: release?.weight ?? 0, step: release?.step ?? -1 };
}
/** A canary that is ill, or has no traffic, has nothing to wait for; a healthy one bridges the time that the stable one needs. */
function nextMove({ stable, canary, weight, waited, patience }) {
    if (weight === 0 || canary?.state !== 'healthy')
        return { kind: 'discard' };
    if (stable?.state !== 'healthy') {
        if (waited < patience)
            return { kind: 'wait' };
        // Last, because it may be the long end of a log.
        const why = stable?.problem === undefined ? '' : ` (${stable.problem})`;
        const who = stable === undefined ? 'the stable version' : `the stable version ${stable.version}`;
        const reason = `traffic stays at ${canary.version}, because ${who} is ${stable?.state ?? 'gone'} and has not come back in ${patience} s${why}`;
        return { kind: 'hold', reason };
    }
    // After that a short stable version is better than one that was found bad.
    if (stable.capacity >= 100 || waited >= patience)
        return { kind: 'discard' };
    const lower = Math.ceil((100 - stable.capacity) * 10) / 10;
    return lower < weight ? { kind: 'lower', weight: lower } : { kind: 'wait' };
}
/** Since when and until when (ISO) nobody healthy served, where that is over: the canary fell ill before the stable one recovered. */
function darkBefore({ stable, canary }) {
    const ill = canary?.state === 'unhealthy' || canary?.state === 'stopped';
    if (!ill || stable?.state !== 'healthy' || stable.since <= canary.since)
        return null;
    return [canary.since, stable.since];
}
/** Since when nobody healthy serves (ISO), where that is so: users see errors. */
function darkSince({ stable, canary }) {
    const known = [stable, canary].filter((version) => version !== undefined);
    if (known.length === 0 || known.some(({ state }) => state === 'healthy'))
        return null;
    return (known
        .map(({ since }) => since)
        .toSorted()
        .at(-1) ?? null);
}

// EXTERNAL MODULE: ./build/shared/report/clip.js
var clip = __webpack_require__(777);
;// CONCATENATED MODULE: ./build/shared/targets/session.js
/** One holder's calls on a release: numbered, each with a time limit, and sent again when no answer came. */



/** Characters of a reason that a target keeps; a version's last words can be longer. */
const reasonLimit = 2000;
/** Seconds before a call is sent again. */
const pauses = [0.2, 0.8, 2, 4];
/** Seconds for an answer, at most and at least. */
const [longest, shortest] = [10, 1];
/** Seconds for an answer after a cancel; for one that comes when requests in flight have ended, twice as many. */
const grace = 1;
/** How long one answer of the target is waited for: a call that hangs leaves time to do something before the lease ends. */
function answerLimit({ plan, clock, signal }, extra = 0) {
    const seconds = Math.max(shortest, Math.min(longest, plan.canary.lease / 6)) + extra;
    return { seconds, clock, signal, grace };
}
/**
 * The answer to a call, which is sent again while none comes, for a third of the lease at most.
 * @throws TargetError with the target's refusal, or without one when it never answered; `absent` is no refusal of a
 * target that was there before, for something may have been done by then
 */
async function answered(means, call, limit = answerLimit(means), there = false) {
    const { clock, signal, plan } = means;
    const end = clock.now() + plan.canary.lease / 3;
    for (let attempt = 0;; attempt += 1) {
        try {
            return await within(limit, call());
        }
        catch (thrown) {
            const error = there || attempt > 0 ? unreached(thrown) : thrown;
            const final = !(error instanceof errors/* TargetError */.I0) || error.refusal !== undefined;
            const pause = pauses[attempt];
            if (final || pause === undefined || signal.aborted || clock.now() + pause >= end)
                throw error;
            await clock.sleep(pause, signal);
        }
    }
}
/** How the target stands, where it answers in time: for what can do without knowing. */
function lookAt(work) {
    return within(answerLimit(work), work.target.inspect()).catch(() => undefined);
}
function unreached(error) {
    const gone = error instanceof errors/* TargetError */.I0 && error.refusal === 'absent';
    return gone ? new errors/* TargetError */.I0(error.message, undefined, { cause: error.cause }) : error;
}
class Session {
    release;
    fence;
    target;
    means;
    sequence;
    /** `ticket` carries the last sequence that was applied. */
    constructor(target, ticket, means) {
        this.target = target;
        this.means = means;
        this.release = ticket.release;
        this.fence = ticket.fence;
        this.sequence = ticket.sequence;
    }
    stage(how = {}) {
        return this.order((ticket) => this.target.stage(ticket, how), this.limit(this.means.plan.health.start));
    }
    setWeight(change) {
        const clipped = { ...change, reason: (0,clip/* clip */.$)(change.reason, reasonLimit) };
        return this.order((ticket) => this.target.setWeight(ticket, clipped), this.limit(this.means.plan.health.timeout));
    }
    /** One try: the next one is better with what is known by then. */
    renew(memo) {
        return within(this.limit(), this.target.renew(this.next(), this.means.plan.canary.lease, memo));
    }
    hold(holding) {
        const clipped = { ...holding, reason: (0,clip/* clip */.$)(holding.reason, reasonLimit) };
        return this.order((ticket) => this.target.hold(ticket, clipped), this.limit());
    }
    promote() {
        const { health, target } = this.means.plan;
        const limit = { ...this.limit(health.timeout + target.drain), grace: 2 * grace };
        return this.order((ticket) => this.target.promote(ticket), limit);
    }
    discard(verdict, reason) {
        const clipped = (0,clip/* clip */.$)(reason, reasonLimit);
        const limit = { ...this.limit(this.means.plan.target.drain), grace: 2 * grace };
        return this.order((ticket) => this.target.discard(ticket, verdict, clipped), limit);
    }
    limit(extra = 0) {
        return answerLimit(this.means, extra);
    }
    /** The same ticket each time, so that a call whose answer was lost is not done twice. */
    order(send, limit) {
        const ticket = this.next();
        return answered(this.means, () => send(ticket), limit, true);
    }
    next() {
        this.sequence += 1;
        return { release: this.release, fence: this.fence, sequence: this.sequence };
    }
}

;// CONCATENATED MODULE: ./build/shared/targets/return.js
/** Brings the traffic back to the stable version: checked first, in steps where it is short, and measured afterwards. */




/** Seconds between two looks, and for which the split is measured afterwards. */
const [pace, measured] = [1, 1];
/** @throws TargetError when the release could not be ended: the target's own lease then ends it */
async function returnTraffic(returning, verdict, reason) {
    const { plan, clock, signal, session } = returning;
    const began = clock.now();
    let dark = null;
    let past = null;
    for (;;) {
        const scene = await lookAt(returning).then((status) => status && sceneOf(status, returning.canary));
        dark ??= scene ? darkSince(scene) : null;
        past ??= scene ? darkBefore(scene) : null;
        const waited = clock.now() - began;
        const move = scene && !signal.aborted ? nextMove({ ...scene, waited, patience: plan.health.start }) : discarding;
        const kept = await carryOut(returning, move, { verdict, reason, step: scene?.step ?? -1 });
        const notes = words(returning, dark, past);
        if (kept !== undefined)
            return { kept, notes };
        if (move.kind === 'discard')
            return { notes: [...notes, ...(await afterwards(returning, dark))] };
        await session.renew().catch(() => undefined);
        await clock.sleep(pace, signal);
    }
}
const discarding = { kind: 'discard' };
/** One step on the way back; resolves with why the canary keeps the traffic, where it does. */
async function carryOut(returning, move, { verdict, reason, step }) {
    const { session, plan, say } = returning;
    const hold = async (why) => {
        await session.hold({ heldFor: plan.canary.heldFor, reason: why, returning: true });
        return why;
    };
    switch (move.kind) {
        case 'discard':
            return session.discard(verdict, reason).then(() => undefined, async (error) => {
                // It fell ill since it was looked at, or a cancel leaves no time to look: the target knows best.
                if (isStranded(error))
                    return hold(error.message);
                // The answer comes when requests in flight have ended, which may be later than anybody can wait.
                if (!(await hasEnded(returning)))
                    throw error;
                return undefined;
            });
        case 'hold':
            return hold(move.reason);
        case 'lower':
            await session.setWeight({ weight: move.weight, step, reason });
            say(`weight ${move.weight} %: the stable version can carry no more yet`);
            return undefined;
        case 'wait':
            return undefined;
    }
}
async function hasEnded(returning) {
    const status = await lookAt(returning);
    return status?.release?.id === returning.session.release && status.release.verdict !== null;
}
function isStranded(error) {
    return error instanceof errors/* TargetError */.I0 && error.refusal === 'stable-unhealthy';
}
function words({ canary }, dark, past) {
    if (dark !== null)
        return [`Neither ${canary} nor the stable version was healthy: users saw errors since ${dark}.`];
    if (past === null)
        return [];
    const [from, to] = past;
    return [`Users saw errors: ${canary} is not healthy since ${from}, and the stable version was not until ${to}.`];
}
/** What users really get, by the target's own counts; a version that was down is waited for. */
async function afterwards(returning, dark) {
    const { target, clock, signal, canary } = returning;
    if (dark !== null)
        return [await revived(returning)];
    if (signal.aborted)
        return [];
    const status = await lookAt(returning);
    const read = () => within(answerLimit(returning), target.observe()).catch(() => undefined);
    const before = await read();
    await clock.sleep(measured, signal);
    const after = await read();
    if (!status || !before || !after || before.epoch !== after.epoch || signal.aborted)
        return [];
    const count = (name) => (after.versions[name]?.requests ?? 0) - (before.versions[name]?.requests ?? 0);
    const all = Object.keys(after.versions).reduce((sum, name) => sum + count(name), 0);
    // What was under way at the change still ends there.
    const pending = status.versions.find(({ version }) => version === canary)?.inFlight ?? 0;
    const strays = count(canary) - pending;
    if (strays > 0)
        throw new errors/* TargetError */.I0(`${strays} of ${all} requests still reached ${canary} after it was taken back`);
    if (all === 0)
        return [];
    return [`Measured afterwards: none of ${all} requests in ${measured} s reached ${canary}.`];
}
/** Both were down, so the stable version, the last that was good, is started again by the target. */
async function revived(returning) {
    const { clock, signal, plan } = returning;
    const limit = clock.now() + plan.health.start;
    while (clock.now() < limit && !signal.aborted) {
        const status = await lookAt(returning);
        const stable = status?.versions.find(({ version }) => version === status.stable);
        if (stable?.state === 'healthy')
            return `${stable.version} was started again, and serves since ${stable.since}.`;
        await clock.sleep(pace, signal);
    }
    return `The stable version has not come back in ${plan.health.start} s: see its log, or use rollback with to-version.`;
}

;// CONCATENATED MODULE: ./build/shared/targets/repair.js
/** What `post` does about a release whose main step was cut short. */



/** What it did, in words; null when there was nothing to do, because the release ended or somebody else has it. */
async function repair(work, { release, fence, onCancel }) {
    const { target, plan } = work;
    const { release: found } = await answered(work, () => target.inspect()).catch(gone);
    const abandoned = found?.id === release && found.fence === fence && found.verdict === null && found.holder !== null;
    if (!abandoned)
        return null;
    const session = new Session(target, { release, fence, sequence: found.sequence }, work);
    const reason = 'the step that held the release was cut short';
    if (onCancel === 'hold' && found.weight > 0) {
        await session.hold({ heldFor: plan.canary.heldFor, reason });
        return `${reason}: release ${release} was held now`;
    }
    const { kept } = await returnTraffic({ ...work, session, canary: found.version }, 'rolled-back', reason);
    return `${reason}: release ${release} ${kept === undefined ? 'was taken back now' : `is held: ${kept}`}`;
}
/** A target that is gone took its canary with it. */
function gone(error) {
    if (error instanceof errors/* TargetError */.I0 && error.refusal === 'absent')
        return { release: null };
    throw error;
}


/***/ })

};
