// Records that are likely one: of contacts, companies and deals.
export { type CompanyCard, duplicateCompanies } from './companies';
export { type ContactCard, duplicateContacts } from './contacts';
export { type DealCard, duplicateDeals } from './deals';
export { isSharedMailbox, mailboxKey, ownDomain } from './mailbox';
export { type DuplicatePair, likely, type Reason, type ReasonKind } from './pair';
