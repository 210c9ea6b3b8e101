export const id = 832;
export const ids = [832];
export const modules = {

/***/ 3832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ScrapeSource: () => (/* binding */ ScrapeSource)
/* harmony export */ });
/* harmony import */ var _report_clip_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5777);
/* harmony import */ var _exposed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4354);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6260);
/* harmony import */ var _meter_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1737);
/* harmony import */ var _prometheus_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6638);
/* harmony import */ var _reading_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2310);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9253);
/** A source that reads `/metrics` of each version by itself: no metrics server is needed. */







/** Bytes that one instance may show. */
const most = 16 * 1024 * 1024;
const accept = 'text/plain;version=0.0.4,*/*;q=0.1';
const shown = 300;
class ScrapeSource {
    beside = true;
    settings;
    meter;
    troubles;
    places = [];
    constructor(settings) {
        this.settings = settings;
        this.meter = new _meter_js__WEBPACK_IMPORTED_MODULE_2__/* .Meter */ .k({ ...settings, epoch: (0,_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .fingerprint */ .i)('scrape', settings.metrics) });
        this.troubles = new _settings_js__WEBPACK_IMPORTED_MODULE_4__/* .Troubles */ .R(settings.say);
    }
    async observe() {
        this.places = await this.settings.places().catch(() => this.places);
        const answers = await Promise.all(this.places.map((place) => this.ask(place)));
        const instances = answers.filter((answer) => 'scrapes' in answer);
        const failed = answers.filter((answer) => 'trouble' in answer);
        const measured = this.meter.take({
            reading: { instances, silent: failed },
            readable: instances.map(({ version }) => version),
            at: performance.now() / 1000,
            weight: this.places.find(({ canary }) => canary)?.weight ?? 0,
        });
        this.troubles.note([...failed.map(({ trouble }) => trouble), ...measured.troubles]);
        return measured.sample;
    }
    /** A version shows what it counted, never when. */
    history() {
        return Promise.resolve([]);
    }
    afterChange() {
        return this.observe();
    }
    async ask({ version, url }) {
        const { limit, metrics } = this.settings;
        if (url === null)
            return { version, instance: '', trouble: `${version} has no address of its own to scrape` };
        const address = new URL(metrics.path, url);
        try {
            const text = await (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchText */ .S)({ url: address, limit, most, headers: { accept } });
            return { version, instance: address.host, scrapes: [this.read(text)] };
        }
        catch (error) {
            const why = (0,_report_clip_js__WEBPACK_IMPORTED_MODULE_5__/* .clip */ .$)(explain(error), shown);
            return { version, instance: address.host, trouble: `${version} at ${address.href}: ${why}` };
        }
    }
    read(text) {
        return (0,_exposed_js__WEBPACK_IMPORTED_MODULE_0__/* .scrapeOf */ .Q1)((0,_prometheus_text_js__WEBPACK_IMPORTED_MODULE_3__/* .parseExposition */ .gw)(text), this.settings.metrics, performance.now() / 1000);
    }
}
/** The message of a failure that was to be expected; anything else is a fault of ours and goes up. */
function explain(error) {
    if (error instanceof _http_js__WEBPACK_IMPORTED_MODULE_1__/* .FetchError */ .f || error instanceof _prometheus_text_js__WEBPACK_IMPORTED_MODULE_3__/* .ExpositionError */ .zi || error instanceof _reading_js__WEBPACK_IMPORTED_MODULE_6__/* .UncountableError */ .B)
        return error.message;
    throw error;
}


/***/ })

};
