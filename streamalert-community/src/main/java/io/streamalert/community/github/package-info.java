/** Rules for the audit log of GitHub Enterprise, log type {@code ghe:general}. */
@NullMarked
package io.streamalert.community.github;

import org.jspecify.annotations.NullMarked;
