package dev.wanvideo.media.animatic;

import dev.wanvideo.video.FrameSize;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jcodec.codecs.h264.H264Encoder;
import org.jcodec.codecs.h264.H264Utils;
import org.jcodec.codecs.h264.encode.RateControl;
import org.jcodec.codecs.h264.io.model.PictureParameterSet;
import org.jcodec.codecs.h264.io.model.SeqParameterSet;
import org.jcodec.codecs.h264.io.model.SliceType;
import org.jcodec.codecs.h264.io.model.VUIParameters;
import org.jcodec.common.model.Size;

/** Encodes drawn frames as H.264 Constrained Baseline, BT.709 limited range, ready for an MP4. */
final class AvcEncoder {
    /**
     * The library predicts from deblocked pixels where the standard asks for the undeblocked ones. Up to this quantiser
     * the deblocking filter does nothing, so that encoder and players agree; above it the colours drift.
     */
    private static final int QUANTISER = 15;

    private static final int START_CODE = 4;

    private final YuvFrame yuv;
    private final ByteBuffer buffer;
    private final BaselineEncoder encoder;
    private int sinceKeyFrame;

    AvcEncoder(FrameSize size) {
        this.yuv = new YuvFrame(size);
        this.encoder = new BaselineEncoder(size);
        this.buffer = ByteBuffer.allocate(size.width() * size.height() * 4 + (1 << 16));
    }

    /**
     * One frame in the length-prefixed form of MP4, valid until the next call.
     *
     * @param rgb {@code 0xRRGGBB} for each pixel
     */
    ByteBuffer encode(int[] rgb, boolean keyFrame) {
        yuv.take(rgb);
        sinceKeyFrame = keyFrame ? 0 : sinceKeyFrame + 1;
        try {
            return slice(encoded(keyFrame));
        } catch (BufferOverflowException noise) {
            // The library gives a frame no more room than a byte for each pixel, which pure noise exceeds.
            yuv.soften();
            return slice(encoded(keyFrame));
        }
    }

    private ByteBuffer encoded(boolean keyFrame) {
        SliceType type = keyFrame ? SliceType.I : SliceType.P;
        return encoder.doEncodeFrame(yuv.picture(), buffer, keyFrame, sinceKeyFrame, type);
    }

    /** The AVCDecoderConfigurationRecord (ISO/IEC 14496-15, 5.3.3.1). */
    byte[] configuration() {
        SeqParameterSet sps = encoder.sequence();
        byte[] sequence = nalUnit(0x67, sps::write);
        byte[] picture = nalUnit(0x68, encoder.initPPS()::write);
        return Mp4Boxes.join(
                Mp4Boxes.bytes(1, sequence[1], sequence[2], sequence[3], 0xFF, 0xE1),
                Mp4Boxes.shorts(sequence.length),
                sequence,
                Mp4Boxes.bytes(1),
                Mp4Boxes.shorts(picture.length),
                picture);
    }

    /** The parameter sets stand in the head of the film: what remains of a frame is its one slice, the last unit. */
    private static ByteBuffer slice(ByteBuffer stream) {
        int start = stream.position();
        int type = stream.get(start + START_CODE) & 31;
        while (type == 7 || type == 8) {
            start = nextStartCode(stream, start + START_CODE);
            type = stream.get(start + START_CODE) & 31;
        }
        stream.position(start);
        stream.putInt(start, stream.remaining() - START_CODE);
        return stream;
    }

    private static int nextStartCode(ByteBuffer stream, int from) {
        int at = from;
        while (stream.getInt(at) != 1) {
            at++;
        }
        return at;
    }

    private static byte[] nalUnit(int header, Consumer<ByteBuffer> content) {
        ByteBuffer raw = ByteBuffer.allocate(256);
        content.accept(raw);
        raw.flip();
        ByteBuffer escaped = ByteBuffer.allocate(512);
        escaped.put((byte) header);
        H264Utils.escapeNAL(raw, escaped);
        byte[] unit = new byte[escaped.position()];
        escaped.flip().get(unit);
        return unit;
    }

    /** The library's encoder with parameter sets that say what the pixels are. */
    private static final class BaselineEncoder extends H264Encoder {
        private final FrameSize size;

        BaselineEncoder(FrameSize size) {
            super(new FixedQuantiser());
            this.size = size;
        }

        SeqParameterSet sequence() {
            return initSPS(new Size((size.width() + 15) / 16 * 16, (size.height() + 15) / 16 * 16));
        }

        @Override
        public SeqParameterSet initSPS(Size coded) {
            SeqParameterSet sps = super.initSPS(coded);
            sps.constraintSet0Flag = true;
            sps.constraintSet1Flag = true;
            sps.log2MaxFrameNumMinus4 = 4;
            sps.log2MaxPicOrderCntLsbMinus4 = 5;
            sps.frameCropRightOffset = (coded.getWidth() - size.width()) / 2;
            sps.frameCropBottomOffset = (coded.getHeight() - size.height()) / 2;
            sps.frameCroppingFlag = sps.frameCropRightOffset + sps.frameCropBottomOffset > 0;
            sps.vuiParams = colours();
            return sps;
        }

        @Override
        public PictureParameterSet initPPS() {
            PictureParameterSet pps = super.initPPS();
            pps.picInitQpMinus26 = QUANTISER - 26;
            return pps;
        }

        private static VUIParameters colours() {
            VUIParameters vui = new VUIParameters();
            vui.videoSignalTypePresentFlag = true;
            vui.videoFormat = 5;
            vui.colourDescriptionPresentFlag = true;
            vui.colourPrimaries = 1;
            vui.transferCharacteristics = 1;
            vui.matrixCoefficients = 1;
            VUIParameters.BitstreamRestriction order = new VUIParameters.BitstreamRestriction();
            order.motionVectorsOverPicBoundariesFlag = true;
            order.log2MaxMvLengthHorizontal = 10;
            order.log2MaxMvLengthVertical = 10;
            order.maxDecFrameBuffering = 1;
            vui.bitstreamRestriction = order;
            return vui;
        }
    }

    private static final class FixedQuantiser implements RateControl {
        @Override
        public int startPicture(Size size, int maxSize, SliceType type) {
            return QUANTISER;
        }

        @Override
        public int initialQpDelta() {
            return 0;
        }

        @Override
        public int accept(int bits) {
            return 0;
        }
    }
}
