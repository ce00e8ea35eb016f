import { beforeEach, describe, expect, it } from 'vitest';
import { PageMail } from '../../../../electron/window/page-mail';

let mail: PageMail;
let said: string[];
const post = (text: string): void => mail.post(() => said.push(text));

beforeEach(() => {
  mail = new PageMail();
  said = [];
});

describe('PageMail', () => {
  it('keeps the last wish for a page that is not there yet', () => {
    post('first');
    post('second');
    expect(said).toEqual([]);
    mail.pageReady();
    mail.pageReady();
    expect(said).toEqual(['second']);
  });

  it('passes on at once what is said to a page that stands', () => {
    mail.pageReady();
    post('now');
    expect(said).toEqual(['now']);
  });

  it('waits for the next page once one is gone', () => {
    mail.pageReady();
    mail.pageGone();
    post('later');
    expect(said).toEqual([]);
    mail.pageReady();
    expect(said).toEqual(['later']);
  });
});
