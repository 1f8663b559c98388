// Style sheets are imported for their effect only; the build inlines them.
declare module '*.css';
