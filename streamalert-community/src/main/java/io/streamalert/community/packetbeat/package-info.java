/** Rules for Packetbeat, log types {@code packetbeat:dns} and {@code packetbeat:flow}. */
@NullMarked
package io.streamalert.community.packetbeat;

import org.jspecify.annotations.NullMarked;
