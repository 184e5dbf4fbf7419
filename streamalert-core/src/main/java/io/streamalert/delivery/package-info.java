/**
 * The durable side of alerts: what is stored of them, and how work on them is shared out without
 * losing or doubling any. {@link io.streamalert.delivery.AlertStore}, implemented by runtimes, is
 * the one unit of work: the outcome of a batch is committed whole or not at all, and an alert is
 * worked on only under a {@link io.streamalert.delivery.Claim}.
 */
@NullMarked
package io.streamalert.delivery;

import org.jspecify.annotations.NullMarked;
