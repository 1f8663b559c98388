// Classes and services of the stand-in: whatever they lack throws loudly, and what they have can be listed.

const listed = new Map<string, Set<string>>();

/** Names that the language itself asks any object for. */
const quiet = new Set(['then', 'toJSON', 'constructor', 'valueOf', 'toString', 'hasOwnProperty', 'prototype']);

/** Makes instances of the class throw for members that the stand-in lacks. */
export function registerClass(name: string, type: { prototype: object }): void {
  let top: object = type.prototype;
  list(name, Object.getOwnPropertyNames(top));
  for (let above = Object.getPrototypeOf(top); above !== Object.prototype; above = Object.getPrototypeOf(above)) {
    top = above;
    list(name, Object.getOwnPropertyNames(top));
  }
  Object.setPrototypeOf(top, lacking(name, Object.create(Object.prototype)));
}

/** A service or other object with members; reading one that it lacks throws. */
export function registerService<T extends object>(name: string, service: T): T {
  list(name, Object.getOwnPropertyNames(service));
  list(name, Object.getOwnPropertyNames(Object.getPrototypeOf(service)));
  return lacking(name, service);
}

/** Class and service names, each with its members. */
export function coverage(): { [name: string]: string[] } {
  return Object.fromEntries([...listed].map(([name, members]) => [name, [...members].sort()]));
}

function list(name: string, members: readonly string[]): void {
  const known = listed.get(name) ?? new Set();
  for (const member of members) if (!quiet.has(member) && !(member in Object.prototype)) known.add(member);
  listed.set(name, known);
}

function lacking<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      if (typeof key === 'symbol' || key in object || quiet.has(key)) return Reflect.get(object, key, receiver);
      throw new Error(`${name}.${key} is not in the stand-in`);
    },
  });
}
