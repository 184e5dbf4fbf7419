/** Rules for records that CloudTrail delivers to S3, log type {@code cloudtrail:events}. */
@NullMarked
package io.streamalert.community.cloudtrail;

import org.jspecify.annotations.NullMarked;
