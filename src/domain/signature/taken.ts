// The fields of a contact that a signature may tell.

export const signatureFields = [
  'firstName',
  'lastName',
  'email',
  'otherEmails',
  'phone',
  'otherPhone',
  'company',
  'jobTitle',
  'street',
  'city',
  'region',
  'postcode',
  'country',
  'website',
] as const;

export type SignatureField = (typeof signatureFields)[number];

/** Takes a value for a field; false where it has one already, or there is no value. */
export type Take = (field: SignatureField, value: string) => boolean;
