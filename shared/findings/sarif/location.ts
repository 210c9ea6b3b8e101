/** Where a finding is, in SARIF: always one place that a file could be at, since GitHub refuses a whole file without. */
import type { Location, PhysicalLocation, Region } from 'sarif';
import { counted } from '../counted.ts';
import type { Finding, Location as Place } from '../model.ts';

/** Folders that no checkout has: no annotation can appear there, while the alert says why. */
const nowhere = 'no file';
const outside = 'outside of the workspace';

export function locationOf({ location, package: bundle }: Finding, withLines: boolean): Location {
  const path = location?.path ?? bundle?.path;
  const logical = location?.outside ? [location.path, location.logical] : [location?.logical];
  const names = logical.filter((name) => name !== undefined);
  const physicalLocation: PhysicalLocation = {
    artifactLocation: { uri: uriOf(path, location?.outside === true), uriBaseId: '%SRCROOT%' },
    ...(withLines && { region: regionOf(location) }),
  };
  return {
    physicalLocation,
    ...(names.length > 0 && { logicalLocations: names.map((fullyQualifiedName) => ({ fullyQualifiedName })) }),
  };
}

/** Relative to the checkout. */
function uriOf(path: string | undefined, isOutside: boolean): string {
  if (path === undefined || path === '') return encode(nowhere);
  return isOutside ? `${encode(outside)}/${encode(path.replace(/^(?:\.\.?[/\\]|[/\\])+/, ''))}` : encode(path);
}

function encode(path: string): string {
  return path.toWellFormed().split('/').map(encodeURIComponent).join('/');
}

/** GitHub shows nothing without a line; what a tool got wrong (line 0, an end before its beginning) is left out. */
function regionOf({ startLine, startColumn, endLine, endColumn }: Partial<Place> = {}): Region {
  const first = counted(startLine) ?? 1;
  const last = counted(endLine);
  const column = counted(startColumn);
  const lastColumn = counted(endColumn);
  return {
    startLine: first,
    ...(column !== undefined && { startColumn: column }),
    ...(last !== undefined && last >= first && { endLine: last }),
    ...(lastColumn !== undefined &&
      ((last ?? first) > first || lastColumn >= (column ?? 1)) && { endColumn: lastColumn }),
  };
}
