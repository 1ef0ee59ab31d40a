// Every other name of one person: what it is, whether it may be said aloud, and in which letters it is written.
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { Alias } from '#shared/records/case-facts';
import { isClose } from '#shared/records/names';
import { scriptOf } from '#shared/script';
import { locale, useText } from '../../text.ts';
import { IconPlus } from '../../ui/icons.ts';

const newAlias: Alias = { text: '', use: 'CHOSEN', safeToSayAloud: false };
const uses = Alias.shape.use;

interface AliasRowsProps {
  /** The name used here: letters other than its own are named. */
  readonly nameUsed: string;
  readonly aliases: readonly Alias[];
  readonly onAliases: (aliases: Alias[]) => void;
}

export function AliasRows({ nameUsed, aliases, onAliases }: AliasRowsProps) {
  const t = useText();
  return (
    <fieldset className="aliases">
      <legend className="field-label">{t('people.aliases')}</legend>
      {aliases.length === 0 && <p className="small dim">{t('people.aliasesNone')}</p>}
      {aliases.map((alias, index) => (
        <AliasRow
          key={index}
          number={index + 1}
          alias={alias}
          letters={scriptOf(alias.text) === scriptOf(nameUsed) ? undefined : scriptWords(alias.text)}
          onAlias={(next) => onAliases(aliases.map((other, at) => (at === index ? next : other)))}
          onRemove={() => onAliases(aliases.filter((_, at) => at !== index))}
        />
      ))}
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconPlus size={15} aria-hidden />}
        onClick={() => onAliases([...aliases, newAlias])}
      >
        {t('people.aliasAdd')}
      </Button>
    </fieldset>
  );
}

interface AliasRowProps {
  readonly number: number;
  readonly alias: Alias;
  readonly letters: string | undefined;
  readonly onAlias: (alias: Alias) => void;
  readonly onRemove: () => void;
}

function AliasRow({ number, alias, letters, onAlias, onRemove }: AliasRowProps) {
  const t = useText();
  return (
    <div className="alias-row" role="group" aria-label={t('people.aliasOf', { number })}>
      <TextInput
        className="her-box"
        label={t('people.alias')}
        description={letters}
        inputWrapperOrder={['label', 'input', 'description']}
        dir="auto"
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
        value={alias.text}
        onChange={(event) => onAlias({ ...alias, text: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('people.aliasUse')}
        description={isClose(alias) ? t('people.aliasClose') : undefined}
        inputWrapperOrder={['label', 'input', 'description']}
        data={uses.options.map((use) => ({ value: use, label: t(`people.aliasUses.${use}`) }))}
        value={alias.use}
        onChange={(event) => onAlias({ ...alias, use: uses.parse(event.currentTarget.value) })}
      />
      <Checkbox
        label={t('people.aliasSafe')}
        checked={alias.safeToSayAloud}
        onChange={(event) => onAlias({ ...alias, safeToSayAloud: event.currentTarget.checked })}
      />
      <Button size="compact-sm" variant="subtle" aria-label={t('people.aliasRemoveOf', { number })} onClick={onRemove}>
        {t('people.aliasRemove')}
      </Button>
    </div>
  );
}

/** "Arabic", "Cyrillic"; empty as long as there is no letter. */
function scriptWords(name: string): string | undefined {
  const script = scriptOf(name);
  return script === null ? undefined : new Intl.DisplayNames(locale(), { type: 'script' }).of(script);
}
