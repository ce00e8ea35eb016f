import { writeSync } from 'node:fs';
import { openUserDatabase } from '../../../electron/store/open-user-database';
import { crossesUp, priceDraft } from '../../helpers/made-up-rule';
import { ManualTime } from '../../helpers/manual-time';
import { AlertDesk, FRIDAY, MINUTE } from './alert-desk';

/** Lets a price cross again and again, and says the key of each firing that it was told, until it is killed. */
const [folder = '', startMinutes = '0'] = process.argv.slice(2);
const opening = openUserDatabase({ folder, now: Date.now });
if (!opening.ok) throw new Error(opening.failure.detail);
const time = new ManualTime(FRIDAY + Number(startMinutes) * MINUTE);
const desk = new AlertDesk({ database: opening.database, time });
if (desk.services.alerts.rules().length === 0) {
  desk.rule(priceDraft(crossesUp(150), { trigger: 'everyTime' }));
}
let told = 0;
for (;;) {
  desk.quotes(149, 151);
  for (const { key } of desk.told.slice(told)) writeSync(1, `${key}\n`);
  told = desk.told.length;
  // A gap is looked up first, which answers in its own time.
  await desk.settle();
}
