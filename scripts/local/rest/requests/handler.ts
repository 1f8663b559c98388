import type { Engine, Session } from '../../engine/types';

/** One kind of request: reads its body, changes the workbook through the session, answers its reply (`{}` for none). */
export type RequestHandler = (body: unknown, session: Session, engine: Engine) => object;
