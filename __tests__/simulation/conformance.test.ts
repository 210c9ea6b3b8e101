import { conformance } from '../shared/targets/conformance/conformance.ts';
import { SimulatedBed } from './bed.ts';

let beds = 0;

conformance({
  name: 'the simulated target',
  lease: 1.5,
  make: async () => {
    beds += 1;
    return new SimulatedBed(beds);
  },
});
