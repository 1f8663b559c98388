// User: an email, or '' where policy hides who it is (APPS_SCRIPT.md 5.1).
import { registerClass } from './register';

export class User {
  readonly #email: string;

  constructor(email: string) {
    this.#email = email;
  }

  getEmail(): string {
    return this.#email;
  }

  getUserLoginId(): string {
    return this.#email;
  }

  toString(): string {
    return this.#email;
  }
}

/** The email of a User or of text. */
export function emailOf(user: unknown): string {
  return String(user);
}

registerClass('User', User);
