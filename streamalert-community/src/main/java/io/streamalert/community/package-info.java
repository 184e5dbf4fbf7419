/**
 * The log schemas and rules that ship with StreamAlert: {@link
 * io.streamalert.community.CommunitySchemas} and {@link io.streamalert.community.CommunityRules}.
 * The rules stand in a package per log source.
 */
@NullMarked
package io.streamalert.community;

import org.jspecify.annotations.NullMarked;
