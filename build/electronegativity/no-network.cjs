// Loaded before electronegativity, which asks for translations and for the list of Electron's releases and goes on without: every way out
// of this process ends as on a computer without a network.
const dns = require('node:dns');
const { Socket } = require('node:net');

const refused = () => Object.assign(new Error('there is no network here'), { code: 'ENETUNREACH' });

Socket.prototype.connect = function connect() {
  process.nextTick(() => this.destroy(refused()));
  return this;
};
dns.lookup = (...given) => process.nextTick(given.at(-1), refused());
