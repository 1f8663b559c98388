// The pipeline report's window.
import { mount } from '../app/mount';
import { ReportApp } from '../report/report-app';
import * as words from '../words';
import '../ui/styles.css';
import '../ui/wide.css';

mount(words.pipelineReport, () => <ReportApp />);
