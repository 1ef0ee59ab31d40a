// Asks the vault over the page's own line, as the page does: the same port, the same answers, the same end of it.
import type { JSHandle, Page } from 'playwright-core';
import type { ChoicePurpose } from '#shared/contract/bridge';
import { VaultError } from '#shared/contract/errors';
import type { Result } from '#shared/contract/operation';
import { ChoiceHandle } from '#shared/ids';
import type { InputOf, OperationName, OutputOf } from '../../helpers/vault.ts';
import type { RunningApp } from './app.ts';
import { hookState } from './hook-state.ts';

export interface PageVault {
  /** Throws VaultError with the code of the answer, and the driver's own error when the page is gone before there is one. */
  ask<N extends OperationName>(name: N, request: InputOf<N>): Promise<OutputOf<N>>;
  /** A file or folder chosen in the dialog of the system, which is answered with this path. */
  choose(purpose: ChoicePurpose, path: string): Promise<ChoiceHandle>;
}

interface Connection {
  readonly transport: { call(name: string, request: unknown): Promise<Result<unknown>> };
}

const callOver = (line: JSHandle<Connection>, name: string, request: unknown): Promise<Result<unknown>> =>
  line.evaluate(({ transport }, call) => transport.call(call.name, JSON.parse(call.request)), {
    name,
    request: JSON.stringify(request),
  });

/** Of the page that the app shows now. */
export async function pageVault(app: RunningApp): Promise<PageVault> {
  const { page }: { page: Page } = app;
  const connection = await hookState<Connection>(page, ['transport', 'vault']);
  return {
    ask: async (name, request) => {
      const result = await callOver(connection, name, request);
      if (!result.ok) throw new VaultError(result.error.code, result.error.facts);
      return result.value as never;
    },
    choose: async (purpose, path) => {
      await app.answerNextDialog(path);
      const choice = await page.evaluate((wanted) => window.records.choose(wanted), purpose);
      return ChoiceHandle.parse(choice?.handle);
    },
  };
}
