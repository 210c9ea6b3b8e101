import { describe, expect, it } from '@jest/globals';
import { canonicalName, compareVersions, nearestFix, placeOf, unversioned } from '../../../shared/findings/packages.ts';

describe('the name of a vulnerability', () => {
  it.each([
    [['GHSA-35jh-r3h4-6jhm', 'CVE-2021-23337'], 'CVE-2021-23337'],
    [['CVE-2021-3', 'cve-2021-23'], 'CVE-2021-23'],
    [['PYSEC-2021-1', 'GHSA-b', 'ghsa-a'], 'GHSA-A'],
    [['1096727', 'PYSEC-2021-1'], 'PYSEC-2021-1'],
    [['1096727'], '1096727'],
    [[], undefined],
  ])('of %p is %p', (names, expected) => {
    expect(canonicalName(names)).toBe(expected);
  });
});

describe('a package without its version', () => {
  it.each([
    ['pkg:npm/lodash@4.17.20', 'pkg:npm/lodash'],
    ['pkg:npm/lodash', 'pkg:npm/lodash'],
    ['pkg:npm/%40babel/core@7.0.0', 'pkg:npm/@babel/core'],
    ['pkg:npm/@babel/core@7.0.0', 'pkg:npm/@babel/core'],
    ['pkg:npm/@babel/core', 'pkg:npm/@babel/core'],
    ['pkg:pypi/Typing_Extensions@4?x=y#z', 'pkg:pypi/typing-extensions'],
    ['pkg:deb/debian/openssl@3.0.11-1~deb12u2?arch=amd64&distro=debian-12', 'pkg:deb/debian/openssl'],
    ['pkg:golang/golang.org/x/net@v0.1.0#html', 'pkg:golang/golang.org/x/net'],
    ['pkg:maven/org.Apache/Log4j@2.0', 'pkg:maven/org.Apache/Log4j'],
    ['pkg:npm/100%@1', 'pkg:npm/100%'],
  ])('%s is %s', (purl, expected) => {
    expect(unversioned(purl)).toBe(expected);
  });
});

describe('the place of a package', () => {
  it.each([
    ['a/package-lock.json', './a/package.json', true],
    ['node_modules/a/node_modules/b', 'node_modules/c/package.json', true],
    ['package-lock.json', 'node_modules/b/package.json', true],
    ['opt/venv/lib/python3.11/site-packages/x-1.dist-info/METADATA', 'opt/venv/lib/python3.12/site-packages/y', true],
    ['usr/share/doc/a', 'var/lib/dpkg/status', true],
    ['app/x-1.2.jar', 'app/x-1.10.jar', true],
    ['a/package-lock.json', 'b/package-lock.json', false],
    ['a/requirements.txt', undefined, false],
  ])('%s and %s: the same is %p', (a, b, same) => {
    expect(placeOf(a) === placeOf(b)).toBe(same);
  });
});

describe('the nearest version with a fix', () => {
  it.each([
    [['4.17.21'], '4.17.20', '4.17.21'],
    [['3.0.0', '1.10.0', '1.9.1'], '1.9.0', '1.9.1'],
    [['3.0.0', '1.9.1'], '2.0.0', '3.0.0'],
    [['2.0.0-rc.1', '2.0.0'], '2.0.0-rc.1', '2.0.0'],
    [['v1.2.3'], '1.2.2', 'v1.2.3'],
    [['1.0.0'], undefined, '1.0.0'],
    [['1.0.0'], '1.0.0', undefined],
    [[], '1.0.0', undefined],
  ])('of %p for %p is %p', (fixedIn, installed, expected) => {
    expect(nearestFix(fixedIn, installed)).toBe(expected);
  });

  it.each([
    ['1.0', '1.0.0', 0],
    ['1.0.0+build', '1.0.0', 0],
    ['1.0.0-alpha', '1.0.0', -1],
    ['10.0', '9.9', 1],
  ])('compares %s with %s', (a, b, expected) => {
    expect(Math.sign(compareVersions(a, b))).toBe(expected);
  });
});
