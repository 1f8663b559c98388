// Finding a deal's stage among those of Settings, the same way everywhere.
import type { Stage } from './settings';

/** Answers the stage that a deal's Pipeline and Stage cells name, or undefined. */
export type FindStage = (pipeline: string | null, stage: string | null) => Stage | undefined;

/**
 * A look-up over these stages. Case and outer blanks are ignored. A blank pipeline means the first one; where that has
 * no such stage, the only other pipeline that has.
 */
export function stageFinder(stages: readonly Stage[]): FindStage {
  const normal = (text: string | null) => (text ?? '').trim().toLowerCase();
  const first = normal(stages[0]?.pipeline ?? null);
  const known = new Map<string, Stage>();
  const byName = new Map<string, Stage[]>();
  for (const stage of stages) {
    const key = `${normal(stage.pipeline)}\n${normal(stage.name)}`;
    if (!known.has(key)) known.set(key, stage);
    byName.set(normal(stage.name), [...(byName.get(normal(stage.name)) ?? []), stage]);
  }
  return (pipeline, stage) => {
    const name = normal(stage);
    if (name === '') return undefined;
    const wanted = normal(pipeline);
    if (wanted !== '') return known.get(`${wanted}\n${name}`);
    const others = byName.get(name) ?? [];
    return known.get(`${first}\n${name}`) ?? (others.length === 1 ? others[0] : undefined);
  };
}
