import { BlockList, isIP } from 'node:net';

/**
 * What is not the public internet: this machine, its networks, and where clouds tell their machines
 * secrets. 198.18.0.0/15 is missing on purpose: proxies that carry all of a machine's traffic give names
 * addresses of that range, and nothing else is found there.
 */
const INNER_V4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16'],
  ...['172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16'],
  ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4', '168.63.129.16/32'],
];
/** Within 2000::/3; all else of IPv6 is inner. */
const INNER_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const inner = new BlockList();
for (const range of INNER_V4) addRange(range, 'ipv4');
for (const range of INNER_V6) addRange(range, 'ipv6');
const outer = new BlockList();
outer.addSubnet('2000::', 3, 'ipv6');

function addRange(range: string, family: 'ipv4' | 'ipv6'): void {
  const [network = '', length] = range.split('/');
  inner.addSubnet(network, Number(length), family);
}

/** True for an IP address of the public internet, as text without brackets. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !inner.check(address, 'ipv4');
  return family === 6 && outer.check(address, 'ipv6') && !inner.check(address, 'ipv6');
}

/** True for names that no public server has. */
export function isInnerName(host: string): boolean {
  const name = host.replace(/\.$/, '').toLowerCase();
  return !name.includes('.') || /\.(localhost|local|internal|lan|home\.arpa|intranet)$/.test(name);
}
