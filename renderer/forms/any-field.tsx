// The field for a kind of question. A new kind in the form definition does not compile before it has a field here.
import type { PartialDate } from '#shared/partial-date';
import { ChoiceField, ChoicesField } from './choice-field.tsx';
import { ContactMethodsField } from './contact-methods-field.tsx';
import { CountriesField } from './countries-field.tsx';
import type { FieldProps } from './field.ts';
import { ListField } from './list-field.tsx';
import { PartialDateField } from './partial-date-field.tsx';
import { TextField } from './text-field.tsx';

export function AnyField(props: FieldProps) {
  switch (props.question.kind) {
    case 'short-text':
    case 'long-text':
      return <TextField {...props} />;
    case 'choice':
      return <ChoiceField {...props} />;
    case 'choices':
      return <ChoicesField {...props} />;
    case 'countries':
      return <CountriesField {...props} />;
    case 'date':
      return <PartialDateField id={props.id} value={props.value as PartialDate | undefined} onValue={props.onValue} />;
    case 'lines':
    case 'list':
      return <ListField {...props} />;
    case 'contact-methods':
      return <ContactMethodsField {...props} />;
  }
}
