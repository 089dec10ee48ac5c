"""Where a solution is graded: on the CPU; in PyTorch on a GPU, too, where the exercise and a living worker allow it."""

from exercises.grading import grader_status
from exercises.models import Device, Exercise, Framework

ONLY_PYTORCH = "{framework} runs on the CPU only, and this was sent for the GPU. Choose PyTorch for it."
NOT_OFFERED = "This exercise is graded on the CPU only, and this was sent for the GPU. Send it for the CPU."
NO_WORKER = (
    "This was sent for the GPU, and {found}. Your code is kept: send it for the CPU, or again when a GPU is there."
)


def devices_for(exercise: Exercise, framework: str) -> list[Device]:
    """The devices to choose from now; the CPU is always one, since what is sent for it waits for its graders."""
    return [device for device in Device if not why_not(exercise, framework, device)]


def why_not(exercise: Exercise, framework: str, device: str) -> str:
    """Why the exercise cannot be graded there now, as a sentence for who has chosen it; nothing where it can."""
    if device == Device.CPU:
        return ""
    if framework != Framework.TORCH:
        return ONLY_PYTORCH.format(framework=Framework(framework).label)
    if device not in exercise.folder.facts.devices:
        return NOT_OFFERED
    here = grader_status().devices
    if device in here:
        return ""
    found = f"the grading workers that run have only: {', '.join(sorted(here))}" if here else "no worker is grading"
    return NO_WORKER.format(found=found)
