import { Subscriber } from '../app/services';
import { noticesAfter } from '../domain/model/notice';

/** Returns a subscriber that has people told about their links and requests, unless the administrator wants no notices. */
export function notices(): Subscriber {
    return async (event, { noticeRequests, report, settings }) => {
        const due = noticesAfter(event);
        try {
            if (due.length > 0 && (await settings.sendNotices())) {
                await Promise.all(due.map((notice) => noticeRequests.request(notice)));
            }
        } catch (error) {
            report('Notices could not be scheduled', error);
        }
    };
}
