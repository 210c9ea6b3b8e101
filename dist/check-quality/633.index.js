export const id = 633;
export const ids = [633];
export const modules = {

/***/ 5633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   uploadSarif: () => (/* binding */ uploadSarif)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7975);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8522);
/** Hands a SARIF file to GitHub's code scanning. Loaded only when it is asked for. */



/** Seconds for an answer, and before a try that failed is made again. */
const [limit, pauses] = [30, [1, 4]];
/** Bytes that GitHub takes, compressed. */
const largest = 10_000_000;
/** Undefined when it was taken; else why not, in words that hold nothing of the answer but its status. */
async function uploadSarif(upload, sarif, signal) {
    const packed = await (0,node_util__WEBPACK_IMPORTED_MODULE_1__.promisify)(node_zlib__WEBPACK_IMPORTED_MODULE_2__.gzip)(sarif);
    if (packed.length > largest)
        return `it has ${packed.length} bytes compressed, and GitHub takes ${largest}`;
    const { Octokit } = await __webpack_require__.e(/* import() */ 891).then(__webpack_require__.bind(__webpack_require__, 891));
    const client = new Octokit({ auth: upload.token, baseUrl: upload.api, log: silent });
    const [owner = '', repo = ''] = upload.repository.split('/');
    const body = { commit_sha: upload.commit, ref: upload.ref, checkout_uri: upload.checkout };
    const send = () => client.rest.codeScanning.uploadSarif({
        owner,
        repo,
        ...body,
        sarif: packed.toString('base64'),
        request: { signal: AbortSignal.any([signal, AbortSignal.timeout(1000 * limit)]) },
    });
    for (let attempt = 0;; attempt += 1) {
        try {
            await send();
            return undefined;
        }
        catch (error) {
            const status = statusOf(error);
            const pause = pauses[attempt];
            const final = (status !== undefined && status < 500) || signal.aborted || pause === undefined;
            if (final)
                return status === undefined ? 'GitHub did not answer' : (meaning[status] ?? `GitHub answered ${status}`);
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(1000 * pause, undefined, { signal }).catch(() => undefined);
        }
    }
}
const meaning = {
    401: 'the token was not accepted',
    403: 'the token may not write security events (a fork has a read-only one), or code scanning is not enabled',
    404: 'the repository is not there for this token, or has no code scanning',
    413: 'GitHub found it too large',
};
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };
function nothing() {
    return;
}
function statusOf(error) {
    const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
    // The client words a connection that failed as a 500 of its own, without a response.
    const answered = typeof error === 'object' && error !== null && 'response' in error && error.response !== undefined;
    return answered && typeof status === 'number' ? status : undefined;
}


/***/ })

};
