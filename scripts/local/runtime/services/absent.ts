// Apps Script's other services: they exist as names, and any use of them says that the stand-in lacks them.
import { registerService } from './register';

const names = [
  'Browser',
  'CalendarApp',
  'CardService',
  'Charts',
  'ConferenceDataService',
  'ContactsApp',
  'DataStudioApp',
  'DocumentApp',
  'DriveApp',
  'FormApp',
  'GmailApp',
  'GroupsApp',
  'Jdbc',
  'LanguageApp',
  'LinearOptimizationService',
  'Maps',
  'MimeType',
  'SitesApp',
  'SlidesApp',
  'XmlService',
];

export const absentServices: { [name: string]: object } = Object.fromEntries(
  names.map((name) => [name, registerService(name, {})]),
);
