package dev.wanvideo.access;

import java.net.URI;
import java.util.Optional;

/**
 * Which authorization server is trusted, and for what.
 *
 * @param issuer as its tokens and its metadata write it
 * @param audience that a token must be for
 * @param keys where its keys are; empty to ask its metadata
 */
public record Trust(String issuer, String audience, Optional<URI> keys) {}
