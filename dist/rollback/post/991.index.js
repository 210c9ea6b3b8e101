export const id = 991;
export const ids = [991];
export const modules = {

/***/ 991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  workOf: () => (/* binding */ workOf)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(500);
;// CONCATENATED MODULE: ./build/shared/action/clock.js
/** The clock of this process. */

const systemClock = {
    now: () => performance.now() / 1000,
    sleep: (seconds, signal) => (0,promises_.setTimeout)(Math.max(0, seconds) * 1000, undefined, { signal }).catch(() => undefined),
    after: (seconds, run) => {
        const timer = setTimeout(run, seconds * 1000);
        return () => clearTimeout(timer);
    },
};

;// CONCATENATED MODULE: ./build/shared/action/holder.js
function holderOf(host) {
    const [server, repository, id] = ['GITHUB_SERVER_URL', 'GITHUB_REPOSITORY', 'GITHUB_RUN_ID'].map((name) => host.env(name));
    return {
        actor: host.env('GITHUB_ACTOR') ?? 'unknown',
        run: server && repository && id ? `${server}/${repository}/actions/runs/${id}` : 'local',
        attempt: Number(host.env('GITHUB_RUN_ATTEMPT') ?? 1),
    };
}

// EXTERNAL MODULE: ./build/shared/action/unfinished.js
var action_unfinished = __webpack_require__(402);
;// CONCATENATED MODULE: ./build/shared/action/work.js



function workOf({ host, signal }, plan, target) {
    return {
        plan,
        target,
        signal,
        clock: systemClock,
        holder: holderOf(host),
        say: (text) => host.info(text),
        remember: (unfinished) => (0,action_unfinished/* remember */.k)(host, unfinished),
    };
}


/***/ })

};
