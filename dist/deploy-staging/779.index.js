export const id = 779;
export const ids = [779];
export const modules = {

/***/ 779:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   smoke: () => (/* binding */ smoke)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67);
/* harmony import */ var _shared_action_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(856);
/** The plan's smoke requests against a version that no user reaches yet: each must answer as expected, once. */


/** Only the beginning of an answer is kept, for the error. */
const kept = 500;
function send(url, { path, method, headers, body, timeout }, signal) {
    const type = body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const limit = AbortSignal.any([signal, AbortSignal.timeout(timeout * 1000)]);
    return new Promise((resolve, reject) => {
        const sent = (0,node_http__WEBPACK_IMPORTED_MODULE_0__.request)(new URL(path, url), { method, headers: { ...type, ...headers }, signal: limit }, (answer) => {
            let text = '';
            answer.setEncoding('utf8');
            answer.on('data', (chunk) => {
                if (text.length < kept)
                    text += chunk;
            });
            answer.on('error', reject);
            answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: text.slice(0, kept) }));
        });
        sent.on('error', reject);
        sent.end(body);
    });
}
/** @throws TargetError at the first answer that is not the expected one */
async function smoke(host, requests, url, signal) {
    for (const one of requests) {
        const name = `smoke ${one.method} ${one.path}`;
        const { status, body } = await send(url, one, signal).catch((error) => {
            const why = error.name === 'TimeoutError' ? `no answer within ${one.timeout} s` : error.message;
            throw new _shared_action_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .TargetError */ .I0(`${name}: ${why}`, 'unhealthy');
        });
        if (status !== one.expect)
            throw new _shared_action_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .TargetError */ .I0(`${name}: expected status ${one.expect}, got ${status}: ${body}`, 'unhealthy');
        host.info(`${name}: ${status}`);
    }
}


/***/ })

};
