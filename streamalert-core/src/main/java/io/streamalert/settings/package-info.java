/**
 * What an operator sets: the limits of {@link io.streamalert.settings.Settings}, credentials as
 * {@link io.streamalert.settings.Secret}s that are read where they are used and cannot be printed,
 * and {@link io.streamalert.settings.ConfigException}, which names every problem of a configuration
 * at once. A {@link io.streamalert.settings.Property} describes what an output or a collector asks
 * an operator for. This is the lowest package of the library; it uses no other one.
 */
@NullMarked
package io.streamalert.settings;

import org.jspecify.annotations.NullMarked;
