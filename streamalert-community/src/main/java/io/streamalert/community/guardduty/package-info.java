/** Rules for findings of GuardDuty, which come as {@code cloudwatch:events}. */
@NullMarked
package io.streamalert.community.guardduty;

import org.jspecify.annotations.NullMarked;
