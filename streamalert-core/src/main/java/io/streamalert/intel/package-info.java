/**
 * Threat intelligence: known bad addresses, domains and hashes. {@link
 * io.streamalert.intel.ThreatIntel}, implemented by runtimes and users, is asked once per batch for
 * all values found in it; {@link io.streamalert.intel.IntelSpec} is what the configuration says of
 * it.
 */
@NullMarked
package io.streamalert.intel;

import org.jspecify.annotations.NullMarked;
