// Classes and services of the stand-in: whatever they lack throws loudly, and what they have can be listed.

/** Names with the objects that hold their members; looked through only when somebody asks what there is. */
const holders: [string, object][] = [];

/** Names that the language itself asks any object for. */
const quiet = new Set(['then', 'toJSON', 'constructor', 'valueOf', 'toString', 'hasOwnProperty', 'prototype']);

/** Makes instances of the class throw for members that the stand-in lacks. */
export function registerClass(name: string, type: { prototype: object }): void {
  let top: object = type.prototype;
  holders.push([name, top]);
  for (let above = Object.getPrototypeOf(top); above !== Object.prototype; above = Object.getPrototypeOf(above)) {
    top = above;
    holders.push([name, top]);
  }
  Object.setPrototypeOf(top, lacking(name, Object.create(Object.prototype)));
}

/** A service or other object with members; reading one that it lacks throws. */
export function registerService<T extends object>(name: string, service: T): T {
  holders.push([name, service], [name, Object.getPrototypeOf(service)]);
  return lacking(name, service);
}

/** Class and service names, each with its members. */
export function coverage(): { [name: string]: string[] } {
  const listed = new Map<string, Set<string>>();
  for (const [name, holder] of holders) {
    const known = listed.get(name) ?? new Set();
    for (const member of Object.getOwnPropertyNames(holder)) {
      if (!quiet.has(member) && !(member in Object.prototype)) known.add(member);
    }
    listed.set(name, known);
  }
  return Object.fromEntries([...listed].map(([name, members]) => [name, [...members].sort()]));
}

function lacking<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      if (typeof key === 'symbol' || key in object || quiet.has(key)) return Reflect.get(object, key, receiver);
      throw new Error(`${name}.${key} is not in the stand-in`);
    },
  });
}
