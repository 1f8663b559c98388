// A labelled field with its hint and its error beside it; the input itself is the caller's.
import type { ComponentChildren } from 'preact';
import { Icon } from './icons';

/** What an input must carry so that label, hint and error belong to it. */
export interface InputIds {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  'aria-required': true | undefined;
}

interface FieldFrameProps {
  id: string;
  label: string;
  required?: boolean;
  hint?: string | undefined;
  error?: string | undefined;
  /** Set for inputs of several parts (chips, radio buttons), which a label element cannot name. */
  group?: boolean;
  children: (ids: InputIds) => ComponentChildren;
}

export function FieldFrame({ id, label, required, hint, error, group, children }: FieldFrameProps) {
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  const words = (
    <>
      {label}
      {required && (
        <span class="must" aria-hidden="true">
          {' *'}
        </span>
      )}
    </>
  );
  return (
    <div class="field" {...(group ? { role: 'group', 'aria-labelledby': `${id}-label` } : {})}>
      {group ? (
        <span class="label" id={`${id}-label`}>
          {words}
        </span>
      ) : (
        <label for={id} id={`${id}-label`}>
          {words}
        </label>
      )}
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': required || undefined,
      })}
      {hint && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && <FieldError id={`${id}-error`} text={error} />}
    </div>
  );
}

/** The sentence under a field that is not right yet. */
export function FieldError({ id, text }: { id: string; text: string }) {
  return (
    <span class="error" id={id}>
      <Icon name="alert" size={14} />
      <span>{text}</span>
    </span>
  );
}
