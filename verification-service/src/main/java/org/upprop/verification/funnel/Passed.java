package org.upprop.verification.funnel;

import java.time.Instant;
import org.upprop.appeal.AppealSlug;

/**
 * How many signatures of an appeal came so far within one step of time.
 *
 * @param from when that began
 * @param accepted were stored
 * @param mailed were the reason for a mail to their owner, which left
 * @param confirmed were confirmed by their owner
 * @param listed came on the list
 */
public record Passed(AppealSlug appeal, Instant from, long accepted, long mailed, long confirmed, long listed) {}
