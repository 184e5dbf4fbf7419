/** Rules for Trend Micro Deep Security, log type {@code trendmicro:malwareevent}. */
@NullMarked
package io.streamalert.community.trendmicro;

import org.jspecify.annotations.NullMarked;
