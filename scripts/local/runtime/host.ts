// What the calls of a script reach on the main thread, and the shape of the functions that answer them.
import type { Engine } from '../engine/types';
import type { Addon } from './addon';
import type { Clock } from './clock';
import type { Execution } from './execution';
import type { Locks } from './locks';
import type { Mailbox } from './mailbox';
import type { HostCall, HostCalls } from './protocol';
import type { DailyQuota } from './quotas';
import type { ScriptCache } from './script-cache';
import type { TriggerRegistry } from './triggers';

export interface Host {
  engine: Engine;
  addon: Addon;
  addonName: string;
  language: string;
  clock: Clock;
  locks: Locks;
  mailbox: Mailbox;
  cache: ScriptCache;
  triggers: TriggerRegistry;
  mailQuota: DailyQuota;
  fetchQuota: DailyQuota;
  lockstep: boolean;
  allowedLocalOrigins: readonly string[];
  identityToken: (user: string) => Promise<string>;
}

/** One call's surroundings: the execution that makes it, and what it may reach. */
export interface Scope {
  execution: Execution;
  host: Host;
}

export type Handler<call extends HostCall> = (
  scope: Scope,
  ...args: Parameters<HostCalls[call]>
) => ReturnType<HostCalls[call]> | Promise<ReturnType<HostCalls[call]>>;

/** The functions that answer some of the calls. They throw ServiceError or EngineError with Google's wording. */
export type Handlers<calls extends HostCall = HostCall> = { [call in calls]: Handler<call> };
