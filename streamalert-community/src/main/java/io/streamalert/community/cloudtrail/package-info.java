/**
 * Rules for records that CloudTrail delivers to S3, log type {@code cloudtrail:events}. {@link
 * io.streamalert.community.cloudtrail.TrailBinding} says where else they look.
 */
@NullMarked
package io.streamalert.community.cloudtrail;

import org.jspecify.annotations.NullMarked;
