// Every public name of the stand-in's classes is a name of Google's class: the compiler checks it against
// @types/google-apps-script, so that no script can come to rely on something that only exists here.
import type { Blob } from './blob';
import type { cacheService } from './cache-service';
import type { ConditionalFormatRule, ConditionalFormatRuleBuilder } from './conditional-format';
import type { contentService, TextOutput } from './content-service';
import type { DataValidation, DataValidationBuilder } from './data-validation';
import type { DeveloperMetadata, DeveloperMetadataFinder, DeveloperMetadataLocation } from './developer-metadata';
import type { Filter } from './filter';
import type { FilterCriteria, FilterCriteriaBuilder } from './filter-criteria';
import type { HtmlOutput } from './html-output';
import type { htmlService } from './html-service';
import type { lockService } from './lock-service';
import type { mailApp } from './mail-app';
import type { NamedRange } from './named-range';
import type { propertiesService } from './properties-service';
import type { Protection } from './protection';
import type { Range } from './range';
import type { RangeList } from './range-list';
import type { scriptApp } from './script-app';
import type { session } from './session';
import type { Sheet } from './sheet';
import type { Spreadsheet } from './spreadsheet';
import type { spreadsheetApp } from './spreadsheet-app';
import type { TextFinder } from './text-finder';
import type { ClockTriggerBuilder, SpreadsheetTriggerBuilder, Trigger, TriggerBuilder } from './trigger';
import type { Menu, Ui } from './ui';
import type { urlFetchApp } from './url-fetch-app';
import type { User } from './user';
import type { utilities } from './utilities';

import Google = GoogleAppsScript;

type OwnNames<ours, theirs> = Exclude<keyof ours & string, keyof theirs | 'toString'>;
type MustBeNone<names extends never> = names;

export type Checked = [
  MustBeNone<OwnNames<Spreadsheet, Google.Spreadsheet.Spreadsheet>>,
  MustBeNone<OwnNames<Sheet, Google.Spreadsheet.Sheet>>,
  MustBeNone<OwnNames<Range, Google.Spreadsheet.Range>>,
  MustBeNone<OwnNames<RangeList, Google.Spreadsheet.RangeList>>,
  MustBeNone<OwnNames<NamedRange, Google.Spreadsheet.NamedRange>>,
  MustBeNone<OwnNames<TextFinder, Google.Spreadsheet.TextFinder>>,
  MustBeNone<OwnNames<Filter, Google.Spreadsheet.Filter>>,
  MustBeNone<OwnNames<FilterCriteria, Google.Spreadsheet.FilterCriteria>>,
  MustBeNone<OwnNames<FilterCriteriaBuilder, Google.Spreadsheet.FilterCriteriaBuilder>>,
  MustBeNone<OwnNames<Protection, Google.Spreadsheet.Protection>>,
  MustBeNone<OwnNames<DataValidation, Google.Spreadsheet.DataValidation>>,
  MustBeNone<OwnNames<DataValidationBuilder, Google.Spreadsheet.DataValidationBuilder>>,
  MustBeNone<OwnNames<ConditionalFormatRule, Google.Spreadsheet.ConditionalFormatRule>>,
  MustBeNone<OwnNames<ConditionalFormatRuleBuilder, Google.Spreadsheet.ConditionalFormatRuleBuilder>>,
  MustBeNone<OwnNames<DeveloperMetadata, Google.Spreadsheet.DeveloperMetadata>>,
  MustBeNone<OwnNames<DeveloperMetadataFinder, Google.Spreadsheet.DeveloperMetadataFinder>>,
  MustBeNone<OwnNames<DeveloperMetadataLocation, Google.Spreadsheet.DeveloperMetadataLocation>>,
  MustBeNone<OwnNames<typeof spreadsheetApp, Google.Spreadsheet.SpreadsheetApp>>,
  MustBeNone<OwnNames<Ui, Google.Base.Ui>>,
  MustBeNone<OwnNames<Menu, Google.Base.Menu>>,
  MustBeNone<OwnNames<User, Google.Base.User>>,
  MustBeNone<OwnNames<Blob, Google.Base.Blob>>,
  MustBeNone<OwnNames<typeof session, Google.Base.Session>>,
  MustBeNone<OwnNames<HtmlOutput, Google.HTML.HtmlOutput>>,
  MustBeNone<OwnNames<typeof htmlService, Google.HTML.HtmlService>>,
  MustBeNone<OwnNames<TextOutput, Google.Content.TextOutput>>,
  MustBeNone<OwnNames<typeof contentService, Google.Content.ContentService>>,
  MustBeNone<OwnNames<typeof lockService, Google.Lock.LockService>>,
  MustBeNone<OwnNames<ReturnType<typeof lockService.getUserLock>, Google.Lock.Lock>>,
  MustBeNone<OwnNames<typeof propertiesService, Google.Properties.PropertiesService>>,
  MustBeNone<OwnNames<ReturnType<typeof propertiesService.getUserProperties>, Google.Properties.Properties>>,
  MustBeNone<OwnNames<typeof cacheService, Google.Cache.CacheService>>,
  MustBeNone<OwnNames<ReturnType<typeof cacheService.getUserCache>, Google.Cache.Cache>>,
  MustBeNone<OwnNames<typeof mailApp, Google.Mail.MailApp>>,
  MustBeNone<OwnNames<typeof urlFetchApp, Google.URL_Fetch.UrlFetchApp>>,
  MustBeNone<OwnNames<ReturnType<typeof urlFetchApp.fetch>, Google.URL_Fetch.HTTPResponse>>,
  MustBeNone<OwnNames<typeof scriptApp, Google.Script.ScriptApp>>,
  MustBeNone<OwnNames<Trigger, Google.Script.Trigger>>,
  MustBeNone<OwnNames<TriggerBuilder, Google.Script.TriggerBuilder>>,
  MustBeNone<OwnNames<SpreadsheetTriggerBuilder, Google.Script.SpreadsheetTriggerBuilder>>,
  MustBeNone<OwnNames<ClockTriggerBuilder, Google.Script.ClockTriggerBuilder>>,
  MustBeNone<OwnNames<typeof utilities, Google.Utilities.Utilities>>,
];
