// Records that are likely one: of contacts, companies and deals.
export { type CompanyCard, duplicateCompanies, searchCompanies } from './companies';
export { type ContactCard, duplicateContacts, searchContacts } from './contacts';
export { type DealCard, duplicateDeals, searchDeals } from './deals';
export { isSharedMailbox, mailboxKey, ownDomain } from './mailbox';
export { type DuplicatePair, type DuplicateSearch, likely, type Reason, type ReasonKind } from './pair';
