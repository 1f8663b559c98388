// The report as the filters have it. While a new one is on its way, the last stays.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ReportFilters, ReportResult } from '../../src/rpc/contract';
import { call } from '../call';
import { sentenceFor } from '../messages';
import { writeNumbersAs } from '../numbers';

export interface Reporting {
  report: ReportResult | null;
  filters: ReportFilters;
  loading: boolean;
  error: string;
  /** Sets one filter; '' takes it away. */
  setFilter: (key: keyof ReportFilters, value: string) => void;
  reset: () => void;
  reload: () => void;
}

export function useReport(): Reporting {
  const [report, setReport] = useState<ReportResult | null>(null);
  const [filters, setFilters] = useState<ReportFilters>({});
  const [loading, setLoading] = useState(true);
  const [error, setError] = useState('');
  const [asked, setAsked] = useState(0);
  const latest = useRef(0);

  useEffect(() => {
    const question = ++latest.current;
    setLoading(true);
    setError('');
    // `asked` counts wishes to read again: each is a question of its own.
    call.report({ name: 'pipeline', ...(asked >= 0 ? { filters } : {}) }).then(
      (answer) => {
        if (question !== latest.current) return;
        writeNumbersAs(answer.locale);
        setReport(answer);
        setLoading(false);
      },
      (failure) => {
        if (question !== latest.current) return;
        setError(sentenceFor(failure));
        setLoading(false);
      },
    );
  }, [filters, asked]);

  return {
    report,
    filters,
    loading,
    error,
    setFilter: (key, value) =>
      setFilters((now) => {
        const { [key]: _before, ...others } = now;
        return value === '' ? others : { ...others, [key]: value };
      }),
    reset: () => setFilters({}),
    reload: () => setAsked(asked + 1),
  };
}
