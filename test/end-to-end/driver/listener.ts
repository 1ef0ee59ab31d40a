// A server on this computer that counts who calls: the witness of the air gap.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Listener {
  readonly address: string;
  readonly port: number;
  /** The paths that were asked for, in order. */
  readonly heard: readonly string[];
  /** Calls that were taken, whatever was asked for on them. */
  readonly calls: () => number;
  close(): Promise<void>;
}

export async function listen(): Promise<Listener> {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(request.url ?? '');
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end();
  });
  server.on('upgrade', (request, socket) => {
    heard.push(request.url ?? '');
    socket.destroy();
  });
  let calls = 0;
  server.on('connection', () => {
    calls += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `127.0.0.1:${port}`,
    port,
    heard,
    calls: () => calls,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Runs in a page: every way in which a page can call out. Each is named by the path it asks for. */
export async function callOut(address: string): Promise<void> {
  const http = `http://${address}`;
  const attempts: (() => unknown)[] = [
    () => fetch(`${http}/fetch`, { mode: 'no-cors' }),
    () => navigator.sendBeacon(`${http}/beacon`, 'x'),
    () => {
      new Image().src = `${http}/image`;
    },
    () => new WebSocket(`ws://${address}/socket`),
    () => {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = `${http}/style`;
      document.head.append(link);
    },
    () => {
      const frame = document.createElement('iframe');
      frame.src = `${http}/frame`;
      document.body.append(frame);
    },
    () => {
      const form = document.createElement('form');
      form.action = `${http}/form`;
      form.target = 'elsewhere';
      document.body.append(form);
      form.submit();
    },
    () => window.open(`${http}/window`),
    () => {
      const request = new XMLHttpRequest();
      request.open('GET', `${http}/request`);
      request.send();
    },
    () => new EventSource(`${http}/events`),
    () => {
      for (const rel of ['dns-prefetch', 'preconnect', 'prefetch']) {
        const link = document.createElement('link');
        link.rel = rel;
        link.href = `${http}/${rel}`;
        document.head.append(link);
      }
    },
    async () => {
      const [urls, username, credential] = [`turn:${address}?transport=tcp`, 'x', 'x'];
      const peer = new RTCPeerConnection({ iceServers: [{ urls, username, credential }] });
      peer.createDataChannel('x');
      await peer.setLocalDescription(await peer.createOffer());
    },
  ];
  for (const attempt of attempts) {
    try {
      await attempt();
    } catch {
      // Refused is what the hardened app is for; what got through is seen at the server.
    }
  }
  await new Promise((resolve) => setTimeout(resolve, 1_500));
}
