// Buttons: one with words, one with only an icon (its words are for readers and the tooltip).
import type { ComponentChildren, Ref } from 'preact';
import { Icon, type IconName } from './icons';

interface ButtonProps {
  children?: ComponentChildren;
  onClick?: (event: MouseEvent) => void;
  kind?: 'main' | 'plain' | 'danger' | undefined;
  slim?: boolean;
  wide?: boolean;
  icon?: IconName;
  type?: 'button' | 'submit';
  disabled?: boolean;
  /** The accessible name where the visible words alone do not tell what is meant ("Done" of which task). */
  label?: string;
  /** Id of the sentence that says more, e.g. why the button is off. */
  describedBy?: string | undefined;
  buttonRef?: Ref<HTMLButtonElement>;
}

/** A button with words. A disabled one stays in the tab order, so that a reader can learn why (`describedBy`). */
export function Button(props: ButtonProps) {
  const classes = ['button', props.kind, props.slim && 'slim', props.wide && 'wide'].filter(Boolean).join(' ');
  return (
    <button
      ref={props.buttonRef ?? null}
      type={props.type ?? 'button'}
      class={classes}
      aria-disabled={props.disabled || undefined}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      onClick={(event) => {
        if (props.disabled) event.preventDefault();
        else props.onClick?.(event);
      }}
    >
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </button>
  );
}

/** A square button that shows an icon only. */
export function IconButton(props: {
  icon: IconName;
  label: string;
  onClick: (event: MouseEvent) => void;
  buttonRef?: Ref<HTMLButtonElement>;
  /** Id of what tells which thing the button is for. */
  describedBy?: string;
}) {
  return (
    <button
      ref={props.buttonRef ?? null}
      type="button"
      class="button square"
      aria-label={props.label}
      aria-describedby={props.describedBy}
      title={props.label}
      onClick={props.onClick}
    >
      <Icon name={props.icon} />
    </button>
  );
}
