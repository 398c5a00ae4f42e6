import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { emptyFolder } from './folders.ts';
import { freePort } from './free-port.ts';

/** Whether this machine has Sphinx, whose protocol Manticore Search speaks as well. */
export const HAS_SEARCHD = spawnSync('searchd', ['--help']).error === undefined;

/** Where it is not, tests of it are skipped, and say so. */
export function sayThatSearchdIsNotThere(): void {
  if (!HAS_SEARCHD)
    process.stderr.write('searchd is not installed (apt-get install sphinxsearch): tests of it are skipped.\n');
}

const CONFIG = resolve('deploy/manticore/searchd.conf');

/** A searchd of this machine, with the settings that ship. */
interface TestHost {
  /** Its address for the program. */
  readonly name: string;
  readonly start: () => Promise<void>;
  /** Ends it as a machine does that fails. */
  readonly kill: () => Promise<void>;
}

export interface TestCluster {
  readonly hosts: readonly TestHost[];
  readonly address: string;
  readonly stop: () => Promise<void>;
}

// Tests that run beside this one may take a port after it was found free.
const TRIES = 5;

/** Starts some searchd on the loopback, each of which knows the others. */
export async function startCluster(size: number): Promise<TestCluster> {
  for (let left = TRIES - 1; ; left--) {
    const cluster = await clusterOn(size);
    try {
      await Promise.all(cluster.hosts.map(async (host) => await host.start()));
      return cluster;
    } catch (error) {
      await cluster.stop();
      if (left === 0) throw error;
    }
  }
}

async function clusterOn(size: number): Promise<TestCluster> {
  const ports: { readonly sql: number; readonly api: number }[] = [];
  for (let at = 0; at < size; at++) ports.push({ sql: await freePort(), api: await freePort() });
  const hosts = ports.map(({ sql, api }, at): TestHost => {
    const others = ports.filter((_, other) => other !== at).map((other) => `127.0.0.1:${other.api}`);
    return hostOn({ sql, api, others: others.join(' '), data: emptyFolder() });
  });
  return {
    hosts,
    address: `sphinx://${hosts.map(({ name }) => name).join(',')}/readout`,
    stop: async () => void (await Promise.all(hosts.map(async (host) => await host.kill()))),
  };
}

interface Settings {
  readonly sql: number;
  readonly api: number;
  readonly others: string;
  readonly data: string;
}

function hostOn({ sql, api, others, data }: Settings): TestHost {
  let child: ChildProcess | null = null;
  return {
    name: `127.0.0.1:${sql}`,
    start: async () => {
      if (isRunning(child)) return;
      child = spawn('searchd', ['--nodetach', '--config', CONFIG], {
        env: {
          PATH: process.env['PATH'],
          READOUT_OTHERS: others,
          READOUT_DATA: data,
          READOUT_SQL: `127.0.0.1:${sql}`,
          READOUT_API: `127.0.0.1:${api}`,
        },
        stdio: 'ignore',
      });
      while (!(await isListening(sql))) {
        if (child.exitCode !== null) throw new Error(`searchd has ended with ${child.exitCode}.`);
        await wait(20);
      }
    },
    kill: async () => {
      if (!isRunning(child)) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

const isRunning = (child: ChildProcess | null): child is ChildProcess =>
  child !== null && child.exitCode === null && child.signalCode === null;

const isListening = async (port: number): Promise<boolean> =>
  await new Promise((settle) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
    socket.once('close', () => socket.destroy());
    socket.once('connect', () => socket.destroy());
  });
